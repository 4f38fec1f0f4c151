public import Foundation
public import Surfaces

/// Prints a page that fetches nothing to PDF, as a person would from a browser.
///
/// ```swift
/// let pdf = try await PagePrinter().pdf(of: procedure.page())
/// ```
///
/// The page lies in the machine's memory meanwhile, where there is a folder for that, and nowhere afterwards.
public struct PagePrinter: Sendable {
  private let executable: String?
  private let environment: [String: String]

  /// - Parameter executable: the browser; nil for the one on PATH.
  public init(executable: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.executable = executable
    self.environment = environment
  }

  /// The page as PDF.
  public func pdf(of html: String) async throws(SurfaceError) -> Data {
    var settings = BrowserSettings(profile: "", executable: executable)
    settings.isHeadless = true
    let browser = try BrowserCommand.executable(settings, environment: environment)
    let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
    let base =
      FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
    let folder = base.appending(path: "understudy-print-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let (page, pdf) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
      try Data(html.utf8).write(to: page)
      let status = try await PagePrinter.run(
        browser,
        [
          "--headless=new", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--password-store=basic",
          "--user-data-dir=\(folder.appending(path: "profile").path)", "--print-to-pdf=\(pdf.path)",
          page.absoluteString,
        ] + (geteuid() == 0 ? ["--no-sandbox"] : []))
      guard status == 0 else { throw CocoaError(.fileReadUnknown) }
      return try Data(contentsOf: pdf)
    } catch {
      throw SurfaceError(
        .failed, "The browser did not print the page. Write it as a page (--html) and print it from a browser.")
    }
  }

  private static func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
    try await withCheckedThrowingContinuation { done in
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
  }
}
