/// A column's texts as numbers.
struct TextColumn: Sendable {
  /// The number of each text, in the order of appearance; 0 is no text.
  private(set) var raw: [Int] = []
  /// The same with every run of digits taken for the same.
  private(set) var plain: [Int] = []
  /// What the numbers stand for, the same in every stream.
  private(set) var hashes: [UInt64] = [0]
  private(set) var plainHashes: [UInt64] = [0]
  /// Whether nearly all of it is numbers alone: coordinates, sizes, counts, times.
  private(set) var isNumeric = false

  var kinds: Int { Set(raw).count }
  var plainKinds: Int { Set(plain).count }

  init(_ values: [String]) {
    var numbers: [String: Int] = ["": 0]
    var plainNumbers: [String: Int] = ["": 0]
    var plainOf = [0]
    var isNumber = [true]
    raw.reserveCapacity(values.count)
    plain.reserveCapacity(values.count)
    var (filled, numeric) = (0, 0)
    for value in values {
      let number: Int
      if let known = numbers[value] {
        number = known
      } else {
        number = hashes.count
        numbers[value] = number
        hashes.append(StableHash.of(value))
        isNumber.append(!value.contains { $0.isLetter })
        let text = value.withoutNumbers
        if let known = plainNumbers[text] {
          plainOf.append(known)
        } else {
          plainNumbers[text] = plainHashes.count
          plainOf.append(plainHashes.count)
          plainHashes.append(StableHash.of(text))
        }
      }
      raw.append(number)
      plain.append(plainOf[number])
      if number != 0 {
        filled += 1
        if isNumber[number] { numeric += 1 }
      }
    }
    isNumeric = numeric * 10 >= filled * 9
  }

  /// The columns but for those of which texts are carried from step to step, out of one column into another one: what
  /// is copied here and entered there is what the work is about, not how it is done.
  ///
  ///     clipboard   field  value
  ///     Anna Greco  –      –
  ///     –           name   Anna Greco      (clipboard and value go)
  static func notCarried(_ columns: [TextColumn], below share: Double) -> [Int] {
    let count = columns.first?.raw.count ?? 0
    let hashes = columns.map { column in column.raw.map { column.hashes[$0] } }
    var marked = columns.map { _ in [Bool](repeating: false, count: count) }
    for position in 0..<count {
      for target in columns.indices where hashes[target][position] != 0 {
        let text = hashes[target][position]
        for earlier in max(0, position - 3)..<position where hashes[target][earlier] != text {
          for source in columns.indices where source != target && hashes[source][earlier] == text {
            guard hashes[source][position] != text else { continue }
            marked[source][earlier] = true
            marked[target][position] = true
          }
        }
      }
    }
    return columns.indices.filter { index in
      let filled = columns[index].raw.count { $0 != 0 }
      return Double(marked[index].count { $0 }) < share * Double(max(1, filled))
    }
  }
}

/// Hashes that are the same on every run, unlike `Hasher`'s.
enum StableHash {
  /// FNV-1a over UTF-8; never 0.
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash == 0 ? 1 : hash
  }

  /// The hash with a number worked in.
  static func mix(_ hash: UInt64, _ salt: Int) -> UInt64 {
    var z = hash &* 0x9E37_79B9_7F4A_7C15 &+ (UInt64(salt) &+ 1) &* 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
