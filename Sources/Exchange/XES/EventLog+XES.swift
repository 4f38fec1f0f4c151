public import Foundation
public import Trace

extension EventLog {
  /// Reads a log from XES (IEEE 1849), plain or compressed by gzip, in UTF-8.
  ///
  /// Elements of other vocabularies than the root's are passed over; of the standard nothing is left out but
  /// declarations inside the XML (comments, instructions). A file of hundreds of megabytes is best given mapped into
  /// memory:
  ///
  /// ```swift
  /// let data = try Data(contentsOf: url, options: .alwaysMapped)
  /// let log = try EventLog(xes: data, named: url.lastPathComponent)
  /// ```
  ///
  /// - Parameters:
  ///   - name: what the file is called in an error.
  ///   - limit: how many bytes a compressed file may become.
  public init(xes data: Data, named name: String, limit: Int = 8 << 30) throws(XESError) {
    let plain: Data
    do throws(GzipError) {
      plain = try data.gunzipped(limit: limit)
    } catch {
      let problem: XESError.Problem = error == .tooLarge ? .tooLarge(limit: limit) : .damagedCompression
      throw XESError(file: name, line: 1, column: 1, problem: problem)
    }
    let result = plain.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: UInt8.self) { bytes -> Result<EventLog, XESError> in
        do throws(XESFault) {
          var reader = try XESReader(bytes)
          return .success(try reader.read())
        } catch {
          return .failure(XESError(error, in: bytes, of: name))
        }
      }
    }
    self = try result.get()
  }
}

extension EventLog {
  /// Writes the log as XES (IEEE 1849) in UTF-8, piece by piece.
  ///
  /// What XML cannot hold at all (control characters but tab and line break) becomes U+FFFD.
  ///
  /// - Parameter sink: takes the next piece of the file.
  public func writeXES<Failure: Error>(to sink: @escaping (Data) throws(Failure) -> Void) throws(Failure) {
    var writer = XESWriter(to: sink)
    try writer.write(self)
  }

  /// The log as an XES file.
  public var xes: Data {
    var data = Data()
    writeXES { (piece: Data) throws(Never) in data.append(piece) }
    return data
  }
}

extension XESError {
  fileprivate init(_ fault: XESFault, in bytes: UnsafeBufferPointer<UInt8>, of file: String) {
    let before = bytes[..<min(fault.offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    self.init(
      file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: before.count - lineStart + 1,
      problem: fault.problem)
  }
}
