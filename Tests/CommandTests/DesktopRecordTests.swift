import Foundation
import SurfaceTesting
import Testing
import Trace

@Suite("Applications are granted and recorded from the command line", .timeLimit(.minutes(2)), .serialized)
struct DesktopRecordTests {
  private func state(_ worker: Worker) throws -> String? {
    let printed = Data(try worker.run("status", "--json").output.utf8)
    let status = try JSONSerialization.jsonObject(with: printed, options: .fragmentsAllowed) as? [String: Any]
    return status?["state"] as? String
  }

  private func events(_ worker: Worker) throws -> [Event] {
    try JSONDecoder().decode([Event].self, from: Data(try worker.run("review", "--json").output.utf8))
  }

  @Test("What is typed into a granted application is recorded up to Ctrl+C; of another one nothing is")
  func recording() async throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let worker = Worker(environment: desktop.environment)
    let granted = try worker.run("grant", "--app", "mousepad", "--yes")
    #expect(granted.status == 0)
    #expect(granted.complaint.contains("Of an application: all its windows, dialogs and menus"))
    try desktop.start("mousepad")
    try desktop.start("featherpad")
    try await desktop.bringToFront("mousepad")
    let recorder = try worker.start("record")
    defer { if recorder.isRunning { kill(recorder.processIdentifier, SIGKILL) } }
    try await desktop.wait("a recording") { try state(worker) == "recording" }
    try await desktop.wait("the indicator") { try desktop.showsIndicator() }
    try await desktop.bringToFront("featherpad")
    try desktop.hand("type", "--delay", "20", "for nobody")
    try await desktop.bringToFront("mousepad")
    try desktop.hand("type", "--delay", "20", "INV-7")
    // Ctrl+C in another terminal: what is being typed is told all the same.
    kill(recorder.processIdentifier, SIGINT)
    try await desktop.wait("its end") { !recorder.isRunning }
    #expect(recorder.terminationStatus == 0)
    #expect(try !desktop.showsIndicator())
    let events = try events(worker)
    #expect(events.compactMap(\.action) == [.fill("INV-7")])
    #expect(Set(events.map(\.place.application)) == ["mousepad"])
    #expect(events.allSatisfy { $0.surface == .desktop })
    let export = worker.home.appending(path: "export.json")
    try worker.run("export", export.path)
    let written = try String(contentsOf: export, encoding: .utf8)
    #expect(written.contains("INV-7") && !written.contains("nobody") && !written.contains("featherpad"))
  }

  @Test("Once its grant is taken back an application is recorded no more, and the others are")
  func takenBack() async throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let worker = Worker(environment: desktop.environment)
    let granted = try worker.run("grant", "--app", "mousepad", "--yes")
    let grant = try #require(granted.output.split(separator: " ").dropFirst(2).first?.dropLast())
    try worker.run("grant", "--app", "featherpad", "--yes")
    try desktop.start("mousepad")
    try desktop.start("featherpad")
    try await desktop.bringToFront("mousepad")
    let recorder = try worker.start("record")
    defer { if recorder.isRunning { kill(recorder.processIdentifier, SIGKILL) } }
    try await desktop.wait("a recording") { try state(worker) == "recording" }
    #expect(try worker.run("grant", "--withdraw", String(grant)).output.contains("has been told"))
    try await desktop.bringToFront("mousepad")
    try desktop.hand("type", "--delay", "20", "unheard")
    try await desktop.bringToFront("featherpad")
    try desktop.hand("type", "--delay", "20", "third")
    kill(recorder.processIdentifier, SIGINT)
    try await desktop.wait("its end") { !recorder.isRunning }
    let events = try events(worker)
    #expect(events.contains { $0.place.application == "featherpad" && $0.action != nil })
    #expect(!events.contains { $0.place.application == "mousepad" }, "\(events)")
    let said = String(describing: events)
    #expect(!said.contains("unheard"))
  }

  @Test("What is copied from a page and pasted into an application is one flow, and both say that they are recorded")
  func oneStream() async throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let site = try desktop.site(
      "<title>Order</title><label>Number <input value='INV-4711' style='width: 90vw; height: 90vh'></label>")
    let worker = Worker(environment: desktop.environment)
    #expect(try worker.run("grant", "--browser", site, "--app", "mousepad", "--yes").status == 0)
    try desktop.start("mousepad")
    try await desktop.bringToFront("mousepad")
    let recorder = try worker.start("record")
    defer { if recorder.isRunning { kill(recorder.processIdentifier, SIGTERM) } }
    try await desktop.wait("the indicator") { try desktop.showsIndicator() }
    try await desktop.bringToFront("chromium")
    try await desktop.wait("the page") { try desktop.hand("getactivewindow", "getwindowname").contains("Order") }
    // As somebody would who sees that nothing came: the page may just have been shown.
    try await desktop.wait("the copy") {
      try desktop.hand("getactivewindow", "mousemove", "--window", "%1", "400", "400", "click", "1")
      try desktop.hand("key", "ctrl+a", "ctrl+c")
      return try desktop.clipboard() == "INV-4711"
    }
    try await desktop.bringToFront("mousepad")
    try desktop.hand("key", "ctrl+v")
    try await desktop.wait("the paste") { try desktop.hand("getactivewindow", "getwindowname").hasPrefix("*") }
    kill(recorder.processIdentifier, SIGINT)
    try await desktop.wait("its end") { !recorder.isRunning }
    #expect(recorder.terminationStatus == 0)
    let events = try events(worker)
    let copy = try #require(events.last { $0.action == .copy("INV-4711") })
    let pastes = events.compactMap { event in
      if case .action(.paste(let text, let source)) = event.occurrence { (event, text, source) } else { nil }
    }
    let (paste, text, source) = try #require(pastes.first)
    #expect(pastes.count == 1)
    #expect((copy.surface, paste.surface) == (.browser, .desktop))
    #expect(text == "INV-4711")
    #expect(source?.event == copy.id)
    #expect(source?.element?.name == "Number")
    #expect(source?.place.document == site + "/")
    // The browser's own window is never one of the desktop's.
    #expect(Set(events.filter { $0.surface == .desktop }.map(\.place.application)) == ["mousepad"])
  }

  @Test("Where there is no X11 display, `record` and `doctor` say so, each with a code of its own")
  func noDisplay() throws {
    let worker = Worker(environment: ["DISPLAY": "", "WAYLAND_DISPLAY": ""])
    #expect(try worker.run("doctor").status == 0)
    try worker.run("grant", "--app", "mousepad", "--yes")
    let recorded = try worker.run("record")
    #expect(recorded.status == 29)
    #expect(recorded.complaint.contains("there is none (DISPLAY is not set)"))
    let examined = try worker.run("doctor")
    #expect(examined.status == 30)
    #expect(examined.lines.contains { $0.hasPrefix("MISSING  desktop input") })
    let wayland = Worker(environment: ["DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"])
    try wayland.run("grant", "--app", "mousepad", "--yes")
    #expect(try wayland.run("record").complaint.contains("No Wayland compositor answers"))
    #expect(try wayland.run("doctor").output.contains("Wayland lets no program type or click"))
  }

  @Test("A name of which no window is open may be misspelt: the names of those that are open are said")
  func misspelt() async throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let worker = Worker(environment: desktop.environment)
    try desktop.start("mousepad")
    try await desktop.bringToFront("mousepad")
    #expect(try !worker.run("grant", "--app", "mousepad", "--yes").complaint.contains("is open now"))
    let other = try worker.run("grant", "--app", "moosepad", "--yes")
    #expect(other.status == 0)
    #expect(
      other.complaint.hasPrefix(
        "No window of “moosepad” is open now. If it should be, check its name; open are: mousepad.\n"))
  }

  @Test("On an X11 desktop `doctor` finds what recording applications needs, and records nothing")
  func doctor() throws {
    let desktop = try HeadlessDesktop()
    defer { desktop.end() }
    let worker = Worker(environment: desktop.environment)
    try worker.run("grant", "--app", "mousepad", "--yes")
    let examined = try worker.run("doctor")
    #expect(examined.status == 0, "\(examined.output)")
    for source in ["input", "windows", "elements", "clipboard", "indicator", "acting"] {
      #expect(examined.lines.contains { $0.hasPrefix("works    desktop \(source)") }, "\(source)")
    }
    #expect(!FileManager.default.fileExists(atPath: worker.home.appending(path: "data/journal.sqlite").path))
  }

  @Test("An application's name is checked: no path, no browser, not nothing")
  func names() throws {
    let worker = Worker(environment: ["DISPLAY": "", "WAYLAND_DISPLAY": ""])
    for (name, reason) in [
      ("/usr/bin/mousepad", "is no application's name"), ("Chromium", "is a browser"), ("fire*", "is a browser"),
      ("*", "names no application"), ("", "names no application"),
    ] {
      let refused = try worker.run("grant", "--app", name, "--yes")
      #expect(refused.status == 64)
      #expect(refused.complaint.contains(reason), "\(name): \(refused.complaint)")
    }
    try worker.run("grant", "--app", "libreoffice-calc", "--browser", "https://a.example.org", "--yes")
    #expect(
      try worker.run("status").output.contains("https://a.example.org, libreoffice-calc (application)"))
  }
}
