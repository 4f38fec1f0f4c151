import CX11
import Foundation

/// The question for a property of a window that was asked and not yet answered.
typealias PropertyQuestion = xcb_get_property_cookie_t

extension XConnection {
  /// Asks for a property without waiting, so that many can be asked for in one round trip.
  func ask(_ name: String, of window: xcb_window_t) -> PropertyQuestion {
    xcb_get_property(handle, 0, window, atom(name), XCB_GET_PROPERTY_TYPE_ANY.rawValue, 0, 16_384)
  }

  /// The property's bytes, at most 64 KiB; nil where the window has none.
  func bytes(_ question: PropertyQuestion) -> [UInt8]? {
    guard let reply = xcb_get_property_reply(handle, question, nil) else { return nil }
    defer { free(reply) }
    guard reply.pointee.type != XCB_ATOM_NONE.rawValue, let start = xcb_get_property_value(reply) else { return nil }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(xcb_get_property_value_length(reply))))
  }

  /// The property as 32-bit numbers: windows, atoms, cardinals.
  func numbers(_ question: PropertyQuestion) -> [UInt32]? {
    guard let bytes = bytes(question) else { return nil }
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / 4).map { raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
    }
  }

  /// The property as text, as UTF-8 where it is, else as Latin-1.
  func text(_ question: PropertyQuestion) -> String? {
    guard let bytes = bytes(question) else { return nil }
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  func set(_ name: String, of window: xcb_window_t, text: String) {
    let bytes = Array(text.utf8)
    xcb_change_property(
      handle, UInt8(XCB_PROP_MODE_REPLACE.rawValue), window, atom(name), atom("UTF8_STRING"), 8, UInt32(bytes.count),
      bytes)
  }

  /// Sets a text in Latin-1, of which all letters must be: what older programs read.
  func set(_ name: String, of window: xcb_window_t, latin text: String) {
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    xcb_change_property(
      handle, UInt8(XCB_PROP_MODE_REPLACE.rawValue), window, atom(name), XCB_ATOM_STRING.rawValue, 8,
      UInt32(bytes.count), bytes)
  }

  func set(_ name: String, of window: xcb_window_t, numbers: [UInt32], type: xcb_atom_enum_t) {
    xcb_change_property(
      handle, UInt8(XCB_PROP_MODE_REPLACE.rawValue), window, atom(name), type.rawValue, 32, UInt32(numbers.count),
      numbers)
  }
}
