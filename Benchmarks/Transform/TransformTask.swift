import Distill
import Foundation

/// A column to be filled in: rows of inputs with the output that is meant.
struct TransformTask: Decodable {
  struct Row: Decodable {
    /// A missing cell is an empty one.
    var input: [String?]
    /// Nil where the inputs have no result.
    var output: String?

    var inputs: [String] { input.map { $0 ?? "" } }
    var example: TransformationExample { TransformationExample(inputs: inputs, output: output) }
  }

  var name: String
  var features: [String]
  var examples: [Row]

  /// The tasks of a file with one JSON object a line.
  static func all(in data: Data) throws -> [TransformTask] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(TransformTask.self, from: $0) }
  }
}
