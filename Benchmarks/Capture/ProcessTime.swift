import Foundation
import Glibc

/// The processor time of processes, read from `/proc`.
enum ProcessTime {
  /// What this process has used, in seconds.
  static var own: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What every process with this text in its command line has used, and their children, in seconds.
  static func all(naming text: String) -> Double {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int($0) } ?? []
    var parents: [Int: Int] = [:]
    var times: [Int: Double] = [:]
    var roots: Set<Int> = []
    for process in processes {
      guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = stat.lastIndex(of: ")")
      else { continue }
      let fields = stat[stat.index(after: end)...].split(separator: " ")
      guard fields.count > 13, let parent = Int(fields[1]), let user = Double(fields[11]),
        let system = Double(fields[12])
      else { continue }
      parents[process] = parent
      times[process] = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
      let command = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
      if command.contains(text) { roots.insert(process) }
    }
    func belongs(_ process: Int) -> Bool {
      var next: Int? = process
      while let current = next, current > 1 {
        if roots.contains(current) { return true }
        next = parents[current]
      }
      return false
    }
    return times.filter { belongs($0.key) && $0.key != Int(getpid()) }.values.reduce(0, +)
  }
}
