import Foundation
import SurfaceTesting

/// The sample back office, started for one test, with customers of its own.
final class BackOffice: Sendable {
  /// Such as `http://127.0.0.1:40613`.
  let address: String
  let folder: URL
  private let programs: StartedPrograms

  /// The folder of the repository.
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Refused: Error, CustomStringConvertible {
    var description: String
  }

  init(in folder: URL, customers: [String]) throws {
    self.folder = folder
    programs = try StartedPrograms()
    let start = Self.root.appending(path: "Examples/BackOffice/start").path
    let line = try programs.firstLine(of: start, [folder.path], ["PYTHON": Self.python])
    guard line.hasPrefix("http") else {
      throw Refused(description: "The back office did not start: scripts/setup --only demo installs it.")
    }
    address = line
    for customer in customers {
      _ = try query(
        "INSERT INTO customers_customer (name, contact, email, address, notes) VALUES (?, '', '', '', '')", customer)
    }
  }

  private static var python: String {
    ProcessInfo.processInfo.environment["PYTHON"] ?? root.appending(path: ".venv/bin/python").path
  }

  /// Every invoice whose number begins so, by number, its parts with blanks between them.
  func invoices(_ prefix: String) throws -> [String] {
    try query(
      """
      SELECT number || ' ' || customers_customer.name || ' ' || date || ' ' || printf('%.2f', amount)
      FROM invoices_invoice JOIN customers_customer ON customers_customer.id = customer_id
      WHERE number LIKE ? ORDER BY number
      """, prefix + "%")
  }

  func query(_ query: String, _ value: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [
      "-c",
      """
      import sqlite3, sys
      office = sqlite3.connect(sys.argv[1], timeout=10)
      for row in office.execute(sys.argv[2], sys.argv[3:]): print(row[0])
      office.commit()
      """, folder.appending(path: "office.sqlite3").path, query, value,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func end() { programs.end() }
}
