import CX11
import Foundation

/// An event as the X server sent it.
struct XEvent: ~Copyable {
  private let memory: UnsafeMutablePointer<xcb_generic_event_t>

  init(_ memory: UnsafeMutablePointer<xcb_generic_event_t>) {
    self.memory = memory
  }

  deinit { free(memory) }

  /// What kind it is, without the bit that says that a program sent it; 0 for an error.
  var code: Int32 { Int32(memory.pointee.response_type & 0x7F) }

  /// Its fields. `type` must be the one that belongs to ``code``.
  func fields<Fields>(_ type: Fields.Type) -> Fields {
    UnsafeRawPointer(memory).load(as: type)
  }
}
