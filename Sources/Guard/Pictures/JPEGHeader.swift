/// What stands before the coded picture: its size, its components and their codes.
struct JPEGHeader {
  /// Luminance, or one of the two differences of colour.
  struct Component {
    var id: UInt8
    /// How many blocks of it a unit holds across and down.
    var horizontal: Int
    var vertical: Int
    var dcTable = 0
    var acTable = 0
  }

  /// The one scan of the picture.
  struct Scan {
    var components: [Component]
    var width: Int
    var height: Int
    /// After how many units the code begins anew; 0 for never.
    var restartInterval: Int

    var widest: Int { components.map(\.horizontal).max() ?? 1 }
    var tallest: Int { components.map(\.vertical).max() ?? 1 }
    var unitsAcross: Int { (width + 8 * widest - 1) / (8 * widest) }
    var unitsDown: Int { (height + 8 * tallest - 1) / (8 * tallest) }
  }

  private(set) var dcTables: [Int: HuffmanCode] = [:]
  private(set) var acTables: [Int: HuffmanCode] = [:]
  private(set) var scan: Scan?
  /// Where the segment stands that begins the scan.
  private(set) var scanSegment: Int?
  private var frame: Scan?
  private var restartInterval = 0

  /// Reads up to where the coded picture begins; nil for what is no such picture.
  mutating func read(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: [0xff, 0xd8]) else { return nil }
    var position = 2
    while position + 4 <= bytes.count, bytes[position] == 0xff {
      let marker = bytes[position + 1]
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      let end = position + 2 + length
      guard length >= 2, end <= bytes.count else { return nil }
      let body = bytes[(position + 4)..<end]
      let isUnderstood =
        switch marker {
        case 0xc0, 0xc1: readFrame(body)
        case 0xc4: readCodes(body)
        case 0xdd: readRestartInterval(body)
        case 0xda: readScan(body)
        // Other ways to code a picture, of which browsers write none.
        case 0xc2...0xcf: false
        default: true
        }
      guard isUnderstood else { return nil }
      if marker == 0xda {
        scanSegment = position
        return end
      }
      position = end
    }
    return nil
  }

  private mutating func readFrame(_ body: ArraySlice<UInt8>) -> Bool {
    let body = Array(body)
    guard frame == nil, body.count >= 6, body[0] == 8, (1...4).contains(Int(body[5])),
      body.count == 6 + 3 * Int(body[5])
    else { return false }
    let components = stride(from: 6, to: body.count, by: 3).map { start in
      Component(id: body[start], horizontal: Int(body[start + 1] >> 4), vertical: Int(body[start + 1] & 15))
    }
    guard components.allSatisfy({ [1, 2, 4].contains($0.horizontal) && [1, 2, 4].contains($0.vertical) }) else {
      return false
    }
    let height = Int(body[1]) << 8 | Int(body[2])
    let width = Int(body[3]) << 8 | Int(body[4])
    guard width > 0, height > 0 else { return false }
    frame = Scan(components: components, width: width, height: height, restartInterval: 0)
    return true
  }

  private mutating func readCodes(_ body: ArraySlice<UInt8>) -> Bool {
    var rest = body
    while let kind = rest.popFirst() {
      guard rest.count >= 16, kind & 15 < 4, kind >> 4 < 2 else { return false }
      let counts = rest.prefix(16).map(Int.init)
      let symbols = Array(rest.dropFirst(16).prefix(counts.reduce(0, +)))
      guard let code = HuffmanCode(counts: counts, symbols: symbols) else { return false }
      rest = rest.dropFirst(16 + symbols.count)
      if kind >> 4 == 0 { dcTables[Int(kind)] = code } else { acTables[Int(kind & 15)] = code }
    }
    return true
  }

  private mutating func readRestartInterval(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.count == 2 else { return false }
    restartInterval = Int(body[body.startIndex]) << 8 | Int(body[body.startIndex + 1])
    return true
  }

  /// A picture in one scan, which holds all of it.
  private mutating func readScan(_ body: ArraySlice<UInt8>) -> Bool {
    let body = Array(body)
    guard var scan = frame, let count = body.first.map(Int.init), count == scan.components.count,
      body.count == 4 + 2 * count, body[1 + 2 * count] == 0, body[2 + 2 * count] == 63, body[3 + 2 * count] == 0
    else { return false }
    for index in 0..<count {
      guard body[1 + 2 * index] == scan.components[index].id else { return false }
      scan.components[index].dcTable = Int(body[2 + 2 * index] >> 4)
      scan.components[index].acTable = Int(body[2 + 2 * index] & 15)
      guard dcTables[scan.components[index].dcTable] != nil, acTables[scan.components[index].acTable] != nil else {
        return false
      }
    }
    // A component alone in its scan is coded block by block, however it is sampled.
    if count == 1 {
      scan.components[0].horizontal = 1
      scan.components[0].vertical = 1
    }
    scan.restartInterval = restartInterval
    self.scan = scan
    return true
  }
}
