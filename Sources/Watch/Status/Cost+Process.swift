import CKernel
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
    (cost.connections, cost.networkBytes) = network()
    return cost
  }

  /// When the kernel started a process, in its own ticks; empty where there is no such process.
  static func startOfProcess(_ process: Int32) -> String {
    let fields = stat(of: process)
    return fields.count > 19 ? String(fields[19]) : ""
  }

  /// Whether the process that started then still runs; one that has ended and that nobody has asked about yet does not.
  static func isRunning(_ process: Int32, since start: String) -> Bool {
    let state = stat(of: process).first ?? ""
    return !start.isEmpty && startOfProcess(process) == start && state != "Z" && state != "X"
  }

  /// The fields of a process's `stat` from the third on, which is where those after its name begin.
  private static func stat(of process: Int32) -> [Substring] {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let afterName = stat.lastIndex(of: ")")
    else { return [] }
    return stat[stat.index(after: afterName)...].split(separator: " ")
  }

  /// The connections that the calling process has open, and what it has sent over them.
  private static func network() -> (connections: Int, bytes: Int) {
    let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    let sent = descriptors.compactMap { Int32($0) }.map { understudy_sent_bytes($0) }.filter { $0 >= 0 }
    return (sent.count, Int(sent.reduce(0, +)))
  }

  private static func size(of folder: URL) -> Int {
    let keys: [URLResourceKey] = [.fileSizeKey, .isRegularFileKey]
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) else { return 0 }
    var bytes = 0
    for case let file as URL in files {
      // A browser's profile has thousands of files, and is what browsing costs.
      if file.lastPathComponent == "browser", files.level == 1 {
        files.skipDescendants()
        continue
      }
      guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true else { continue }
      bytes += values.fileSize ?? 0
    }
    return bytes
  }
}
