import BrowserSurface
import Foundation
import Learn
import Surfaces
import Trace

/// Does steps as `Perform` does them: looks, finds the element by all that was seen of it, acts, and checks.
struct BenchHand {
  private let browser: Chromium
  private let profile: String
  /// The elements as they were when the page was first seen: what a demonstration would have left.
  private let seen: [String: Element]

  struct Lost: Error, CustomStringConvertible {
    var description: String
  }

  init(browser executable: String, address: String) async throws {
    profile = FileManager.default.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)").path
    browser = try await Chromium.start(BrowserSettings(profile: profile, executable: executable, isHeadless: true))
    _ = try await browser.perform(.navigate(address, cause: .typed), on: nil)
    let observation = try await browser.observe(within: Budget(time: .seconds(30)))
    seen = Dictionary(observation.elements.map { ($0.element.name, $0.element) }) { first, _ in first }
  }

  func round(_ steps: [BenchStep]) async throws -> [Duration] {
    var times: [Duration] = []
    for step in steps {
      guard let element = seen[step.name] else { throw Lost(description: "The page has no \(step.name).") }
      let start = ContinuousClock.now
      let observation = try await browser.observe(within: Budget(time: .seconds(30), resembling: element))
      guard let index = Locator(examples: [element]).locate(in: observation.elements.map(\.element)).index else {
        throw Lost(description: "\(step.name) was not found.")
      }
      let outcome = try await browser.perform(step.action, on: observation.elements[index].handle)
      guard step.kind == .click || outcome.value == step.value, observation.elements[index].element.name == step.name
      else { throw Lost(description: "\(step.name) holds something else.") }
      times.append(ContinuousClock.now - start)
    }
    return times
  }

  func end() async {
    await browser.end()
    // A folder of its own, in the temporary folder: nothing else is in it.
    try? FileManager.default.removeItem(atPath: profile)
  }
}
