import DesktopSurface
import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Trace
import Watch

/// Work in a spreadsheet and an editor, recorded with pictures into a sealed journal, as `record` does.
struct DesktopCapture {
  var seconds: Int
  var seed: UInt64
  var frames: Bool

  func run() async throws {
    RecorderMemory.giveBackLargeBuffers()
    let root = URL(filePath: NSTemporaryDirectory()).appending(
      path: "understudy-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let stage = try HeadlessDesktop()
    defer { stage.end() }
    let home = Home(directory: root.appending(path: "home").path)
    let plan = try grant(in: home)
    let windows = try GrantedWindows(plan, clock: SystemClock())
    var settings = DesktopSettings {
      windows.contain($0)
    } keepsFrames: {
      windows.keepFrames(of: $0)
    }
    settings.display = stage.display
    settings.session = stage.session
    let desktop = try await Desktop.start(settings)
    let work = try await prepare(stage, desktop, below: root)
    let (lines, actions) = work.script
    let script = root.appending(path: "work")
    try Data(lines.utf8).write(to: script)

    // The ballast is there from the first recording on.
    home.reserveSpaceForErasing()
    let before = Footprint.disk(below: home.data)
    var result = try await record(desktop, plan, hand: { try stage.start("xdotool", [script.path]) })
    result.actions = actions
    (result.pictured, result.pictures) = try await pictures(in: home)
    result.measureDisk(of: home.data, frames: home.frames, since: before)
    result.report("Work in Calc and an editor", by: frames ? "elements and pictures" : "elements")
  }

  /// Records until the hand has done its work, and closes the journal.
  private func record(_ desktop: Desktop, _ plan: RecordingPlan, hand: () throws -> Process) async throws
    -> RecordingCost
  {
    let recorder = try plan.recorder(of: [desktop], shownBy: desktop, clock: SystemClock())
    async let recording = recorder.run()
    try await Task.sleep(for: .seconds(3))
    var result = RecordingCost(surface: "desktop", seed: seed)
    let own = ProcessTime.own
    let applications = ProcessTime.all(naming: "soffice.bin") + ProcessTime.all(naming: "mousepad")
    let start = ContinuousClock.now
    let hand = try hand()
    while hand.isRunning {
      try await Task.sleep(for: .seconds(2))
      result.memory = max(result.memory, Double(Footprint.memory("VmRSS")) / 1e6)
    }
    result.seconds = (ContinuousClock.now - start).seconds
    result.processor = (ProcessTime.own - own) / result.seconds * 100
    result.applications =
      (ProcessTime.all(naming: "soffice.bin") + ProcessTime.all(naming: "mousepad") - applications) / result.seconds
      * 100
    try await Task.sleep(for: .seconds(1))
    await desktop.end()
    result.recorded = try await recording.recorded
    return result
  }

  private func grant(in home: Home) throws -> RecordingPlan {
    try Keys.create(in: home, passphrase: nil)
    let now = SystemClock().now()
    let scope = Scope(
      places: try ["libreoffice-calc", "mousepad"].map { try PlacePattern("app:" + $0) }, surfaces: [.desktop],
      keepsFrames: frames, keepsText: true, from: now)
    try GrantStore(home: home).add(Grant(id: "bench", scope: scope, given: now))
    return try RecordingPlan(home: home, at: now)
  }

  /// Opens the applications, and finds where to work in them.
  private func prepare(_ stage: HeadlessDesktop, _ desktop: Desktop, below root: URL) async throws -> DesktopWork {
    while await desktop.capabilities()[.elements] != .available { try await Task.sleep(for: .milliseconds(100)) }
    let file = root.appending(path: "sheet.csv")
    try Data("Number,Customer,Amount\nINV-1,Meyer,120\nINV-2,Okafor,80\n".utf8).write(to: file)
    try stage.openOffice("--calc", "--infilter=CSV:44,34,76", file.path)
    try stage.start("mousepad")
    let editor = try await stage.bringToFront("mousepad")
    let text = try await bounds(in: desktop) { $0.role == .textbox }
    let sheet = try await stage.bringToFront("libreoffice-calc")
    let cells = try await bounds(in: desktop) {
      ($0.attributes["cell"]?.wholeMatch(of: #/[B-G](?:[5-9]|1[0-8])/#)) != nil
    }
    guard let text = text.first else { throw StartedPrograms.NotStarted(description: "The editor has no text.") }
    return DesktopWork(seconds: seconds, seed: seed, sheet: sheet, cells: cells, editor: editor, text: text)
  }

  private func bounds(in desktop: Desktop, where isWanted: (Element) -> Bool) async throws -> [Bounds] {
    for _ in 0..<100 {
      let found = try? await desktop.observe(within: Budget()).elements.map(\.element).filter(isWanted)
      let bounds = found?.compactMap(\.bounds) ?? []
      if !bounds.isEmpty { return bounds }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw StartedPrograms.NotStarted(description: "The application tells of no elements to work on.")
  }

  private func pictures(in home: Home) async throws -> (events: Int, distinct: Int) {
    let events = try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
    let frames = events.compactMap(\.frame?.id)
    return (frames.count, Set(frames).count)
  }
}
