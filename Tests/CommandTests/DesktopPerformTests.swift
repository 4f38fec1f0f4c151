import Foundation
import SurfaceTesting
import Testing
import Trace

@Suite("What was shown in an application is done in it from the command line", .timeLimit(.minutes(2)), .serialized)
struct DesktopPerformTests {
  @Test("A text that was typed once is learned, planned, approved, and typed with another value")
  func shownOnce() async throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let worker = Worker(environment: desktop.environment)
    try worker.run("grant", "--app", "mousepad", "--text", "--yes")
    let first = try desktop.start("mousepad")
    try await desktop.bringToFront("mousepad")
    let recorder = try worker.start("record")
    defer { if recorder.isRunning { kill(recorder.processIdentifier, SIGKILL) } }
    try await desktop.wait("a recording") { try worker.run("status", "--json").output.contains("\"recording\"") }
    try await desktop.wait("the indicator") { try desktop.showsIndicator() }
    try await desktop.bringToFront("mousepad")
    try desktop.hand("type", "--delay", "20", "Dear Ada")
    try await desktop.wait("the text") { try desktop.hand("getactivewindow", "getwindowname").hasPrefix("*") }
    kill(recorder.processIdentifier, SIGINT)
    try await desktop.wait("its end") { !recorder.isRunning }
    let learned = try worker.run("learn", "Write a greeting")
    #expect(learned.status == 0, "\(learned.complaint)")
    #expect(learned.lines.prefix(2) == ["Write a greeting", "  1. Fill with value"], "\(learned.output)")

    // Another window, with nothing in it.
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    try desktop.start("mousepad")
    try await desktop.bringToFront("mousepad")
    let planned = try worker.run("perform", "Write a greeting", "--set", "value=Dear Grace", "--rehearse")
    #expect(planned.status == 0, "\(planned.complaint)")
    #expect(planned.output.contains("“Write a greeting” at mousepad\n"))
    #expect(planned.output.contains("Dear Grace"))
    let name = try #require(planned.output.firstMatch(of: #/\b[0-9a-f]{12}\b/#)?.0, "\(planned.output)")
    let done = try worker.run("perform", "Write a greeting", "--set", "value=Dear Grace", "--approve", String(name))
    #expect(done.status == 0, "\(done.output) \(done.complaint)")
    try await desktop.bringToFront("mousepad")
    try desktop.hand("key", "ctrl+a", "ctrl+c")
    try await desktop.wait("the text") { try desktop.clipboard() == "Dear Grace" }
  }
}
