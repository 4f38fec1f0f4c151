import Foundation
public import Guard
public import Trace

/// The grants of a home, one file each, readable by the person.
///
/// ```swift
/// let store = GrantStore(home: home)
/// try store.add(grant)
/// var sanitizer = Sanitizer(scopes: try store.scopes(for: .record, at: now), pseudonyms: pseudonyms)
/// ```
public struct GrantStore: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Every grant ever given, in the order in which they were given.
  public func grants() throws(JournalError) -> [Grant] {
    guard FileManager.default.fileExists(atPath: home.grants.path) else { return [] }
    do {
      let files = try FileManager.default.contentsOfDirectory(at: home.grants, includingPropertiesForKeys: nil)
      var grants: [Grant] = []
      for file in files where file.pathExtension == "json" { grants.append(try read(file)) }
      return grants.sorted { ($0.given, $0.id) < ($1.given, $1.id) }
    } catch {
      throw JournalError(error, at: home.grants)
    }
  }

  /// Writes down a new grant.
  public func add(_ grant: Grant) throws(JournalError) {
    try SessionName.check(grant.id)
    guard !FileManager.default.fileExists(atPath: location(of: grant.id).path) else {
      throw JournalError(.refused, "There is a grant \(grant.id) already. Give this one another name.")
    }
    try home.create()
    try write(grant)
  }

  /// Takes a grant back; one that has been taken back stays as it is.
  @discardableResult
  public func withdraw(_ id: String, at moment: Moment) throws(JournalError) -> Grant {
    guard var grant = try grants().first(where: { $0.id == id }) else {
      throw JournalError(.notFound, "There is no grant \(id). See what there is: understudy grant --list.")
    }
    guard grant.withdrawn == nil else { return grant }
    grant.withdrawn = moment
    try write(grant)
    return grant
  }

  /// What is granted for a purpose at a moment: one scope a grant; empty where nothing is.
  public func scopes(for purpose: Purpose, at moment: Moment) throws(JournalError) -> [Scope] {
    try grants().filter { $0.allows(purpose, at: moment) }.map(\.scope)
  }

  private func location(of id: String) -> URL { home.grants.appending(path: "\(id).json") }

  private func read(_ file: URL) throws(JournalError) -> Grant {
    do {
      return try JSONDecoder().decode(Grant.self, from: Data(contentsOf: file))
    } catch {
      throw JournalError(
        .damaged, "The grant in \(file.path) cannot be read. Nothing is recorded until it is repaired or removed.")
    }
  }

  private func write(_ grant: Grant) throws(JournalError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try Folder.write(encoder.encode(grant), to: location(of: grant.id))
    } catch {
      throw JournalError(error, at: location(of: grant.id))
    }
  }
}
