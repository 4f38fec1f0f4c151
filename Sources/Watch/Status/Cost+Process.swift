import Foundation

extension Cost {
  /// The number of the calling process.
  static var thisProcess: Int32 { getpid() }

  /// What the calling process has used so far; zero where the kernel does not tell.
  ///
  /// Linux only: reads `/proc/PID/stat` and `/proc/self/statm` (proc(5)).
  static func ofThisProcess(journal: URL) -> Cost {
    var cost = Cost()
    let fields = stat(of: thisProcess)
    let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    if fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]), ticksPerSecond > 0 {
      cost.processorSeconds = (user + system) / ticksPerSecond
    }
    if let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) {
      let fields = statm.split(separator: " ")
      if fields.count > 1, let pages = Int(fields[1]) {
        cost.memoryBytes = pages * Int(sysconf(Int32(_SC_PAGESIZE)))
      }
    }
    cost.diskBytes = size(of: journal)
    return cost
  }

  /// When the kernel started a process, in its own ticks; empty where there is no such process.
  static func startOfProcess(_ process: Int32) -> String {
    let fields = stat(of: process)
    return fields.count > 19 ? String(fields[19]) : ""
  }

  /// Whether the process that started then still runs.
  static func isRunning(_ process: Int32, since start: String) -> Bool {
    !start.isEmpty && startOfProcess(process) == start
  }

  /// The fields of a process's `stat` from the third on, which is where those after its name begin.
  private static func stat(of process: Int32) -> [Substring] {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let afterName = stat.lastIndex(of: ")")
    else { return [] }
    return stat[stat.index(after: afterName)...].split(separator: " ")
  }

  private static func size(of folder: URL) -> Int {
    let keys: [URLResourceKey] = [.fileSizeKey, .isRegularFileKey]
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) else { return 0 }
    var bytes = 0
    for case let file as URL in files {
      bytes += (try? file.resourceValues(forKeys: Set(keys)).fileSize) ?? 0
    }
    return bytes
  }
}
