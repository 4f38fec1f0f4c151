public import Foundation
internal import Trace

extension ObjectLog {
  /// Reads OCEL 2.0 in JSON, plain or compressed by gzip.
  ///
  /// Values that a file writes as numbers or truth values, which the standard's schema does not allow but many files
  /// have, are read as their text. Ids must differ, and every type and object that is named must be there.
  ///
  /// - Parameters:
  ///   - name: what the file is called in an error.
  ///   - limit: how many bytes a compressed file may become.
  public init(ocel data: Data, named name: String, limit: Int = 2 << 30) throws(OCELError) {
    do {
      self = try JSONDecoder().decode(ObjectLogDocument.self, from: data.gunzipped(limit: limit)).log
    } catch let error as DecodingError {
      throw OCELError(error, file: name)
    } catch GzipError.tooLarge {
      throw OCELError(file: name, path: "", problem: .tooLarge(limit: limit))
    } catch GzipError.damaged {
      throw OCELError(file: name, path: "", problem: .damagedCompression)
    } catch {
      throw OCELError(file: name, path: "", problem: .notJSON)
    }
    if let (path, problem) = inconsistency { throw OCELError(file: name, path: path, problem: problem) }
  }

  /// The log as OCEL 2.0 in JSON.
  public func ocel() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(ObjectLogDocument(self))
  }

  /// The first thing that is named but not there, or there twice, and where.
  private var inconsistency: (path: String, problem: OCELError.Problem)? {
    let ids = Set(objects.map(\.id))
    var seen: Set<String> = []
    let objectNames = Set(objectTypes.map(\.name))
    for (index, object) in objects.enumerated() {
      let path = "objects[\(index)]"
      guard seen.insert(object.id).inserted else { return (path, .repeatedID) }
      guard objectNames.contains(object.type) else { return (path, .unknownType) }
      guard object.relationships.allSatisfy({ ids.contains($0.object) }) else { return (path, .unknownObject) }
    }
    let eventNames = Set(eventTypes.map(\.name))
    seen = []
    for (index, event) in events.enumerated() {
      let path = "events[\(index)]"
      guard seen.insert(event.id).inserted else { return (path, .repeatedID) }
      guard eventNames.contains(event.type) else { return (path, .unknownType) }
      guard event.relationships.allSatisfy({ ids.contains($0.object) }) else { return (path, .unknownObject) }
    }
    return nil
  }
}
