import Foundation

/// What recording some work with pictures took, beside what others publish of theirs.
struct RecordingCost {
  var surface: String
  var seed: UInt64
  var seconds = 0.0
  /// How much was done, and how much was recorded of it.
  var actions = 0
  var recorded = 0
  var pictured = 0
  var pictures = 0
  /// In percent of one core.
  var processor = 0.0
  /// What was recorded took so much, its answers to the recorder included.
  var applications = 0.0
  /// The most that was held, in megabytes.
  var memory = 0.0
  /// In megabytes an hour: by their bytes, by the blocks that they take, and of pictures alone.
  var disk = 0.0
  var blocks = 0.0
  var frames = 0.0

  init(surface: String, seed: UInt64) {
    self.surface = surface
    self.seed = seed
  }

  /// Takes over what has come to a home since `before`.
  mutating func measureDisk(of folder: URL, frames: URL, since before: (bytes: Int, blocks: Int)) {
    let after = Footprint.disk(below: folder)
    let hours = seconds / 3600
    disk = Double(after.bytes - before.bytes) / 1e6 / hours
    blocks = Double(after.blocks - before.blocks) / 1e6 / hours
    self.frames = Double(Footprint.disk(below: frames).bytes) / 1e6 / hours
  }

  /// - Parameters:
  ///   - work: what was done, as a sentence begins.
  ///   - means: what was recorded of it.
  func report(_ work: String, by means: String) {
    let rate = (Double(recorded) / seconds).rounded(to: 1)
    print("\(work) for \(Int(seconds)) s, \(rate) events a second, recorded by \(means):")
    print("  events              \(recorded) recorded of \(actions) done")
    print("  with a picture      \(pictured), of \(pictures) pictures")
    print("  what is recorded    \(applications.rounded(to: 1)) % of a core, its answers to the recorder included")
    print("  on the disk         \(disk.rounded(to: 2)) MB an hour, pictures \(frames.rounded(to: 2))")
    print("")
    row("", "processor", "memory", "disk", "source")
    row(
      "understudy", "\(processor.rounded(to: 2)) %", "\(memory.rounded(to: 1)) MB",
      "\(blocks.rounded(to: 2)) MB an hour", "measured here; whole blocks")
    for other in PublishedCost.all { row(other.name, other.processor, other.memory, other.disk, other.source) }
    var summary = Summary()
    summary["surface"] = surface
    summary["seconds"] = Int(seconds)
    summary["events"] = recorded
    summary["done"] = actions
    summary["events_per_s"] = rate
    summary["pictures"] = pictures
    summary["cpu_percent"] = processor.rounded(to: 2)
    summary["applications_cpu_percent"] = applications.rounded(to: 1)
    summary["memory_mb"] = memory.rounded(to: 1)
    summary["mb_per_hour"] = disk.rounded(to: 2)
    summary["mb_per_hour_in_blocks"] = blocks.rounded(to: 2)
    summary["mb_per_hour_of_pictures"] = frames.rounded(to: 2)
    summary["seed"] = seed
    print((try? summary.json) ?? "")
  }

  private func row(_ cells: String...) {
    let widths = [14, 30, 12, 22, 0]
    let padded = zip(cells, widths).map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
    print("  " + padded.joined(separator: " "))
  }
}
