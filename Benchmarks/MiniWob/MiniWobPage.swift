import BrowserSurface
import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Trace

/// The page of a task in a browser of its own, and what the collection itself says of an episode.
struct MiniWobPage {
  let browser: Chromium
  private let profile: String
  private let server: PageServer

  struct Result: Decodable {
    var done: Bool
    var reward: Double
  }

  /// - Parameter pages: the folder that holds the collection's `miniwob`, `core` and `common`.
  init(browser executable: String, pages: String) async throws {
    server = try PageServer(folder: pages)
    profile = FileManager.default.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)").path
    browser = try await Chromium.start(
      BrowserSettings(profile: profile, executable: executable, isHeadless: true, patience: .seconds(1)))
  }

  func end() async {
    await browser.end()
    // A folder of its own, in the temporary folder: nothing else is in it.
    try? FileManager.default.removeItem(atPath: profile)
  }

  func open(_ task: String) async throws {
    _ = try await browser.perform(.navigate("\(server.origin)/miniwob/\(task).html", cause: .typed), on: nil)
  }

  /// Starts an episode and returns what it asks for.
  func begin(seed: UInt64, mode: String) async throws -> String {
    try await browser.runInPage(
      """
      (async () => {
        core.endEpisode(0);
        Math.seedrandom(\(seed));
        core.setDataMode("\(mode)");
        core.startEpisodeReal();
        while (!WOB_TASK_READY) await new Promise((done) => setTimeout(done, 5));
        const asked = core.getUtterance();
        return typeof asked === "string" ? asked : asked.utterance;
      })()
      """)
  }

  func result() async throws -> Result {
    let text = try await browser.runInPage("JSON.stringify({ done: WOB_DONE_GLOBAL, reward: WOB_RAW_REWARD_GLOBAL })")
    return try JSONDecoder().decode(Result.self, from: Data(text.utf8))
  }

  /// What the task itself shows: without the instruction, which is given, and the collection's own furniture.
  func scene() async throws -> Scene {
    let whole = try await browser.scene()
    let furniture: Set<String> = ["query", "reward-display", "sync-task-cover", "click-canvas"]
    var kept: [Int?] = []
    var nodes: [SceneNode] = []
    for node in whole.nodes {
      let parent = node.parent.flatMap { kept[$0] }
      guard !furniture.contains(node.id), node.parent == nil || parent != nil else {
        kept.append(nil)
        continue
      }
      kept.append(nodes.count)
      var node = node
      node.parent = parent
      nodes.append(node)
    }
    return Scene(nodes: nodes)
  }

  func perform(_ act: PolicyAct, on node: SceneNode, in scene: Scene) async throws {
    guard let handle = node.handle.map(ElementHandle.init(rawValue:)) else { return }
    switch act {
    case .click where node.tag == "option":
      // An entry of an open list is chosen beside those that are.
      guard let list = node.parent.flatMap({ scene.nodes[$0].handle }) else { return }
      let chosen = scene.nodes.filter { $0.parent == node.parent && $0.isChecked == true }.map(\.text)
      _ = try await browser.perform(.select(chosen + [node.text]), on: ElementHandle(rawValue: list))
    case .click: _ = try await browser.perform(.click(Click(position: node.reach)), on: handle)
    case .hover: _ = try await browser.hover(over: handle, position: node.reach)
    case .fill(let text):
      // As a hand does: it points at the field first.
      if node.tag == "textarea" || node.type == "text", !node.isFocused {
        _ = try await browser.perform(.click(Click(position: node.reach)), on: handle)
      }
      _ = try await browser.perform(.fill(text), on: handle)
    case .select(let label): _ = try await browser.perform(.select([label]), on: handle)
    case .enter: _ = try await browser.perform(.press(Chord("Enter")), on: handle)
    }
  }
}
