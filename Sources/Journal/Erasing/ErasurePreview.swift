import Crypto
import Foundation
import Trace

/// What an erasure would take, as it was when it was looked at: what the person agrees to is this and nothing else.
///
/// ```swift
/// let preview = try await eraser.preview(selection)
/// let erasure = try await eraser.erase(selection, as: preview.digest, at: now)   // or JournalError.Code.changed
/// ```
public struct ErasurePreview: Sendable, Hashable {
  /// How many events would be gone.
  public let erased: Int
  /// How many would stay with a part of them withheld.
  public let rewritten: Int
  /// The sessions that they are of.
  public let sessions: Set<String>
  /// SHA-256 over the ids of all of them, and over what the rewritten ones would be; in hexadecimal.
  public let digest: String

  init(_ plan: [String: Eraser.Part]) throws(JournalError) {
    erased = plan.values.reduce(0) { $0 + $1.count }
    rewritten = plan.values.reduce(0) { $0 + $1.rewritten.count }
    sessions = Set(plan.keys)
    let named = plan.sorted { $0.key < $1.key }.map { session, part in
      Named(
        session: session, sequences: part.sequences?.sorted(), count: part.count, last: part.last,
        rewritten: part.rewritten.sorted { $0.key < $1.key }.map(\.value))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      digest = SHA256.hash(data: try encoder.encode(named)).hexadecimal
    } catch {
      throw JournalError(.unavailable, "What is to be erased could not be named. Nothing was erased.")
    }
  }

  private struct Named: Encodable {
    var session: String
    var sequences: [Int]?
    var count: Int
    var last: Int64?
    var rewritten: [Event]
  }
}
