extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }

  /// With every run of digits written as `#`, so that numbered things of one kind look alike.
  var withoutNumbers: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    var inNumber = false
    for character in self {
      if character.isNumber {
        if !inNumber { result.append("#") }
        inNumber = true
      } else {
        result.append(character)
        inNumber = false
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word or number.
  var isWordly: Bool { properties.isAlphabetic || properties.numericType != nil }
}
