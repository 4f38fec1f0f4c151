import Foundation
import Guard
import Journal
import Testing
import Trace
import Watch

@Suite("Which windows may be looked into")
struct GrantedWindowsTests {
  private let home: Home
  private let clock = StandingClock(moment: Moment(seconds: 1_795_424_400))

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-windows-\(UUID().uuidString)")
    home = Home(directory: folder.path)
    try Keys.create(in: home, passphrase: nil)
  }

  private func grant(_ id: String, _ places: String..., except: [String] = []) throws {
    let scope = Scope(
      places: try places.map { try PlacePattern($0) }, excluded: try except.map { try PlacePattern($0) },
      surfaces: [.browser, .desktop], from: Moment(seconds: 0))
    try GrantStore(home: home).add(Grant(id: id, scope: scope, given: Moment(seconds: 0)))
  }

  private var plan: RecordingPlan {
    get throws { try RecordingPlan(home: home, at: clock.now()) }
  }

  private func window(_ application: String, _ document: String = "") -> Place {
    Place(application: application, window: "1", document: document)
  }

  @Test("Those of a granted application, whatever they show, and of others those that show a file of the same grant")
  func applications() throws {
    try grant("g", "app:libreoffice-calc", "/home/anna/invoices", except: ["/home/anna/private"])
    let windows = try GrantedWindows(plan, clock: clock)
    #expect(
      [
        window("libreoffice-calc"), window("libreoffice-calc", "/else/where.ods"),
        window("libreoffice-calc", "/home/anna/private/pay.ods"), window("mousepad"),
        window("mousepad", "/home/anna/invoices/notes.txt"), window("mousepad", "/home/anna/other.txt"),
      ].map(windows.contain) == [true, true, false, false, true, false])
    #expect(try plan.watchesDesktop)
    #expect(try !plan.watchesBrowser)
    #expect(try plan.applications == ["libreoffice-calc"])
  }

  @Test("A grant of files or pages alone lets no window be looked into")
  func filesAlone() throws {
    try grant("files", "https://a.example", "/home/anna/invoices")
    try grant("app", "app:mousepad")
    let windows = try GrantedWindows(plan, clock: clock)
    #expect(!windows.contain(window("libreoffice-calc", "/home/anna/invoices/a.ods")))
    #expect(windows.contain(window("mousepad", "/home/anna/invoices/a.txt")))
    #expect(try plan.watchesBrowser)
  }

  @Test("A browser's never")
  func browsers() throws {
    try grant("g", "app:*x", "app:chromium", "app:mousepad", "https://a.example")
    let windows = try GrantedWindows(plan, clock: clock)
    #expect(!windows.contain(window("chromium", "https://a.example/")))
    #expect(!windows.contain(window("Firefox-esr")))
    #expect(["chrom*", "firefox", "Google-chrome-beta", "f*"].allSatisfy(WebBrowsers.areNamed))
    #expect(!["mousepad", "libreoffice-calc", "chromatic"].contains(where: WebBrowsers.areNamed))
  }

  @Test("When a grant is taken back its windows are looked into no more")
  func takenBack() throws {
    try grant("first", "app:mousepad")
    try grant("second", "app:featherpad")
    let windows = try GrantedWindows(plan, clock: clock)
    #expect(windows.contain(window("mousepad")))
    _ = try Withdrawal.carryOut(of: "first", in: home, at: clock.moment)
    try windows.keep(to: plan)
    #expect(!windows.contain(window("mousepad")))
    #expect(windows.contain(window("featherpad")))
  }
}
