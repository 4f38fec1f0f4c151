import Foundation
import Surfaces
import Trace

extension AccessibilityBus {
  /// The longest text that is read, in characters.
  static let longestText = 100_000

  /// What an object holds, nil where it holds nothing that a person would call a value. Of a secret nothing is read.
  ///
  /// - Parameters:
  ///   - characters: The length of its text, where it has one.
  ///   - number: Where its slider or counter stands.
  func value(of seen: Seen, characters: Int?, number: Double?, until deadline: Deadline) throws(SurfaceError) -> String?
  {
    guard !seen.facts.isSecret else { return nil }
    if seen.mayBeEditor { return try paragraphs(of: seen, until: deadline) }
    switch seen.facts.role {
    case "text", "entry", "terminal", "spin button", "paragraph":
      if let characters, seen.facts.interfaces.contains("Text") {
        return try text(of: seen.facts.accessible, characters: characters, until: deadline)
      }
      return number.map(Self.written)
    case "combo box":
      return try chosen(in: seen, characters: characters, until: deadline)
    case "slider", "progress bar", "scroll bar", "dial", "level bar":
      return number.map(Self.written)
    default:
      return nil
    }
  }

  /// The texts of the paragraphs inside, line by line.
  private func paragraphs(of seen: Seen, until deadline: Deadline) throws(SurfaceError) -> String? {
    let paragraphs = try children(of: seen, until: deadline).filter { $0.facts.role == "paragraph" }
    guard !paragraphs.isEmpty else { return nil }
    let texts = try ask(
      paragraphs.map { $0.facts.accessible.call("Text", "GetText", .int32(0), .int32(-1)) }, until: deadline)
    return texts.compactMap { $0.first?.string }.joined(separator: "\n")
  }

  func text(of accessible: Accessible, characters: Int, until deadline: Deadline) throws(SurfaceError) -> String? {
    guard characters > 0 else { return "" }
    let end = Int32(min(characters, Self.longestText))
    return try ask(accessible.call("Text", "GetText", .int32(0), .int32(end)), until: deadline).first?.string
  }

  /// The text of an object whatever its length; nil where it has none.
  func text(of accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> String? {
    guard let count = try ask(accessible.property("Text", "CharacterCount"), until: deadline).first?.integer else {
      return nil
    }
    return try text(of: accessible, characters: count, until: deadline)
  }

  private func chosen(in seen: Seen, characters: Int?, until deadline: Deadline) throws(SurfaceError) -> String? {
    if let characters, seen.facts.interfaces.contains("Text") {
      return try text(of: seen.facts.accessible, characters: characters, until: deadline)
    }
    let call = seen.facts.accessible.call("Selection", "GetSelectedChild", .int32(0))
    guard let option = try ask(call, until: deadline).first?.accessible else { return seen.facts.name }
    return (try ask(option.property("Accessible", "Name"), until: deadline).first?.string ?? seen.facts.name).trimmed
  }

  /// A number as a person writes it: `42`, `42.5`.
  static func written(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }
}
