import Foundation

/// Goes through the coded picture block by block and writes it again, with nothing in the blocks that are masked.
struct JPEGScanMasker {
  private let header: JPEGHeader
  private let scan: JPEGHeader.Scan
  private var source: JPEGBits
  private var writer = JPEGBitWriter()
  /// The last brightness of each component: as it was read, and as it was written.
  private var read: [Int]
  private var written: [Int]
  private let writing: Writing

  /// How a picture is written again.
  struct Writing {
    /// After how many units its code begins anew; 0 for never.
    var interval: Int
    /// The codes of its numbers; nil for those that it is read with.
    var dc: HuffmanCode?
    var ac: HuffmanCode?
  }

  /// - Parameter writing: nil for as it is read.
  init(bytes: [UInt8], start: Int, header: JPEGHeader, scan: JPEGHeader.Scan, writing: Writing? = nil) {
    self.header = header
    self.scan = scan
    self.writing = writing ?? Writing(interval: scan.restartInterval)
    source = JPEGBits(bytes: bytes, position: start)
    read = Array(repeating: 0, count: scan.components.count)
    written = read
  }

  /// The coded picture that was written.
  var output: Data { Data(writer.bytes) }

  /// Runs to the end; returns where the marker stands that follows, nil where the picture is damaged.
  ///
  /// - Parameter isMasked: for a component, and the column and row of one of its blocks.
  mutating func run(masking isMasked: (JPEGHeader.Component, Int, Int) -> Bool) -> Int? {
    let codes = scan.components.map { (header.dcTables[$0.dcTable], header.acTables[$0.acTable]) }
    var unit = 0
    for row in 0..<scan.unitsDown {
      for column in 0..<scan.unitsAcross {
        if scan.restartInterval > 0, unit > 0, unit % scan.restartInterval == 0 {
          guard restart(unit / scan.restartInterval - 1) else { return nil }
        }
        if writing.interval > 0, unit > 0, unit % writing.interval == 0 { beginAnew(unit / writing.interval - 1) }
        unit += 1
        for (index, component) in scan.components.enumerated() {
          guard let dc = codes[index].0, let ac = codes[index].1 else { return nil }
          for block in 0..<(component.horizontal * component.vertical) {
            let isMasked = isMasked(
              component, column * component.horizontal + block % component.horizontal,
              row * component.vertical + block / component.horizontal)
            guard copyBlock(of: index, dc, ac, isMasked: isMasked) else { return nil }
          }
        }
      }
    }
    writer.fill()
    return source.marker()
  }

  private mutating func restart(_ number: Int) -> Bool {
    guard let marker = source.marker(), source.bytes[marker + 1] == 0xd0 + UInt8(number % 8) else { return false }
    source.skip(past: marker + 2)
    for index in read.indices { read[index] = 0 }
    return true
  }

  private mutating func beginAnew(_ number: Int) {
    writer.fill()
    writer.bytes += [0xff, 0xd0 + UInt8(number % 8)]
    for index in written.indices { written[index] = 0 }
  }

  private mutating func copyBlock(of component: Int, _ dc: HuffmanCode, _ ac: HuffmanCode, isMasked: Bool) -> Bool {
    guard let size = source.symbol(dc), size <= 11, let bits = source.take(Int(size)) else { return false }
    read[component] += JPEGScanMasker.number(bits, Int(size))
    let value = isMasked ? 0 : read[component]
    guard abs(value) < 1 << 15, write(value - written[component], writing.dc ?? dc) else { return false }
    written[component] = value
    let target = writing.ac ?? ac
    if isMasked {
      guard let end = target.code(of: 0) else { return false }
      writer.append(end.bits, end.length)
    }
    var coefficient = 1
    while coefficient < 64 {
      guard let symbol = source.symbol(ac) else { return false }
      let size = Int(symbol & 15)
      guard let bits = source.take(size) else { return false }
      if !isMasked {
        guard let code = target.code(of: symbol) else { return false }
        writer.append(code.bits, code.length)
        writer.append(bits, size)
      }
      if symbol == 0 { break }
      // A run of sixteen zeros has no number behind it.
      guard size > 0 || symbol == 0xf0 else { return false }
      coefficient += Int(symbol >> 4) + 1
    }
    return coefficient <= 64
  }

  /// Writes a difference of brightness: how many bits it takes, then these.
  private mutating func write(_ difference: Int, _ code: HuffmanCode) -> Bool {
    let size = Int.bitWidth - abs(difference).leadingZeroBitCount
    guard size <= 11, let symbol = code.code(of: UInt8(size)) else { return false }
    writer.append(symbol.bits, symbol.length)
    let bits = difference < 0 ? difference + (1 << size) - 1 : difference
    writer.append(UInt32(bits), size)
    return true
  }

  /// The number that some bits stand for: those that begin with a zero are negative.
  private static func number(_ bits: UInt32, _ size: Int) -> Int {
    guard size > 0 else { return 0 }
    return bits >> UInt32(size - 1) == 0 ? Int(bits) - (1 << size) + 1 : Int(bits)
  }
}

/// The bits of a coded picture, in which a byte of ones is followed by one of zeros.
struct JPEGBits {
  let bytes: [UInt8]
  private var position: Int
  private var buffer: UInt64 = 0
  private var count = 0

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Reads ahead; behind the end, and at a marker, zeros come.
  private mutating func fill() {
    while count <= 48 {
      var byte: UInt8 = 0
      if position < bytes.count {
        byte = bytes[position]
        if byte == 0xff {
          if position + 1 < bytes.count, bytes[position + 1] == 0 { position += 2 } else { byte = 0; overrun += 1 }
        } else {
          position += 1
        }
      } else {
        overrun += 1
      }
      buffer = buffer << 8 | UInt64(byte)
      count += 8
    }
  }

  /// How many bytes of zeros were made up.
  private var overrun = 0

  mutating func symbol(_ code: HuffmanCode) -> UInt8? {
    if count < 16 { fill() }
    let (symbol, length) = code.symbol(in: UInt32(truncatingIfNeeded: buffer >> UInt64(count - 16)))
    guard length > 0, length <= count - 8 * overrun || overrun == 0 else { return nil }
    count -= length
    return symbol
  }

  mutating func take(_ size: Int) -> UInt32? {
    if count < 16 { fill() }
    guard size <= count - 8 * overrun || overrun == 0 else { return nil }
    count -= size
    return UInt32(truncatingIfNeeded: buffer >> UInt64(count)) & (1 << UInt32(size) - 1)
  }

  /// Where the marker stands that ends the bits read so far; nil where more bits come before it.
  func marker() -> Int? {
    guard position + 1 < bytes.count, bytes[position] == 0xff, bytes[position + 1] != 0, count - 8 * overrun < 8 else {
      return nil
    }
    return position
  }

  mutating func skip(past next: Int) {
    position = next
    buffer = 0
    count = 0
    overrun = 0
  }
}

/// Writes bits as a coded picture has them.
struct JPEGBitWriter {
  var bytes: [UInt8] = []
  private var buffer: UInt64 = 0
  private var count = 0

  mutating func append(_ bits: UInt32, _ size: Int) {
    buffer = buffer << UInt64(size) | UInt64(bits)
    count += size
    while count >= 8 {
      count -= 8
      let byte = UInt8(truncatingIfNeeded: buffer >> UInt64(count))
      bytes.append(byte)
      if byte == 0xff { bytes.append(0) }
    }
  }

  /// Fills the last byte with ones.
  mutating func fill() {
    if count > 0 { append(UInt32(1 << (8 - count) - 1), 8 - count) }
  }
}
