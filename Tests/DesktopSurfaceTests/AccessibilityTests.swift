import Foundation
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("The elements of applications", .serialized, .onDesktop)
struct AccessibilityTests {
  let desktop: AccessibilityDesktop
  var bus: AccessibilityBus { desktop.bus }

  init() throws {
    desktop = try #require(AccessibilityDesktop.current)
  }

  @Test(
    "Nearly every element of a window is found at its own middle",
    arguments: ["Calc", "Mousepad", "^Untitled$", "New customer"])
  func foundAtItsMiddle(title: String) async throws {
    let window = try await desktop.window(title)
    let start = ContinuousClock.now
    let (elements, isPartial) = try await bus.elements(of: window, within: Budget())
    print("\(title): \(elements.count) elements in \(ContinuousClock.now - start)")
    #expect(!isPartial)
    #expect(elements.count > 5)
    var missed: [(Element, Element?)] = []
    for seen in elements {
      let middle = try #require(seen.element.bounds).center
      let found = await bus.element(at: middle, in: window)?.element
      if found != seen.element { missed.append((seen.element, found)) }
    }
    for (element, found) in missed {
      print("missed:", element.role, element.name, element.bounds as Any, "->", found as Any, element)
    }
    #expect(Double(missed.count) <= 0.02 * Double(elements.count))
  }
}
