/// A procedure as somebody who knows the task wrote it down.
struct WrittenProcedure: Decodable {
  struct Step: Decodable {
    /// What is done; one of these.
    var verbs: Set<String>
    /// What it is done to; nil where that differs from time to time.
    var element: String?
    /// Whether the value, or what it is done to, differs from time to time.
    var isParameter = false
    /// Whether it is done only sometimes: it may be left out, and written down.
    var isOptional = false

    private enum CodingKeys: CodingKey {
      case verbs, element, isParameter, isOptional
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      verbs = try values.decode(Set<String>.self, forKey: .verbs)
      element = try values.decodeIfPresent(String.self, forKey: .element)
      isParameter = try values.decodeIfPresent(Bool.self, forKey: .isParameter) ?? false
      isOptional = try values.decodeIfPresent(Bool.self, forKey: .isOptional) ?? false
    }
  }

  var task: String
  var steps: [Step]
}
