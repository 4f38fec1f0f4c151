import Foundation

/// How much memory this process holds, and how much room a folder takes on the disk.
enum Footprint {
  /// In bytes; `VmRSS` for what is held now, `VmHWM` for the most so far.
  static func memory(_ field: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  /// The bytes of all files below a folder, and those of the blocks that they take.
  static func disk(below folder: URL) -> (bytes: Int, blocks: Int) {
    var (bytes, blocks) = (0, 0)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      var status = stat()
      guard lstat(file.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      bytes += Int(status.st_size)
      blocks += Int(status.st_blocks) * 512
    }
    return (bytes, blocks)
  }
}
