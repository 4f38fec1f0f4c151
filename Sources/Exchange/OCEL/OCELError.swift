/// Why a log could not be read from OCEL, and where in the file.
public struct OCELError: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// For example `events[12].time`; empty for the file as a whole.
  public var path: String
  public var problem: Problem

  public init(file: String, path: String, problem: Problem) {
    self.file = file
    self.path = path
    self.problem = problem
  }

  public enum Problem: Sendable, Hashable {
    case notJSON, damagedCompression, tooLarge(limit: Int)
    case missing, badValue
    case repeatedID, unknownType, unknownObject
  }

  public var description: String {
    "“\(file)”\(path.isEmpty ? "" : ", \(path)"): \(sentence)"
  }

  private var sentence: String {
    switch problem {
    case .notJSON: "This is not JSON, or it is cut off. Give an OCEL 2.0 file in JSON."
    case .damagedCompression: "The compressed file is damaged or cut off. Get it anew."
    case .tooLarge(let limit): "Uncompressed it is larger than \(limit) bytes. Split it, or give a higher limit."
    case .missing: "This is missing, and OCEL 2.0 asks for it. (OCEL 1.0 is not read.)"
    case .badValue: "This has another kind of value than OCEL 2.0 asks for; a time looks like 2026-11-23T09:00:00Z."
    case .repeatedID: "Its id is that of an earlier one. Ids must differ."
    case .unknownType: "Its type is not among the types that the file declares."
    case .unknownObject: "It has a relationship with an object that is not in the file."
    }
  }
}

extension OCELError {
  init(_ error: DecodingError, file: String) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(file: file, path: OCELError.path(context.codingPath + [key]), problem: .missing)
    case .valueNotFound(_, let context):
      self.init(file: file, path: OCELError.path(context.codingPath), problem: .missing)
    case .typeMismatch(_, let context):
      self.init(file: file, path: OCELError.path(context.codingPath), problem: .badValue)
    case .dataCorrupted(let context):
      let path = OCELError.path(context.codingPath)
      self.init(file: file, path: path, problem: path.isEmpty ? .notJSON : .badValue)
    @unknown default: self.init(file: file, path: "", problem: .notJSON)
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
