import CBus

/// Writes and reads the messages of sd-bus.
enum BusMessage {
  /// A negative error number where it does not fit.
  static func append(_ argument: BusCall.Argument, to message: OpaquePointer?) -> Int32 {
    switch argument {
    case .string(let value):
      return value.withCString { sd_bus_message_append_basic(message, CChar(SD_BUS_TYPE_STRING), $0) }
    case .int32(var value):
      return sd_bus_message_append_basic(message, CChar(SD_BUS_TYPE_INT32), &value)
    case .uint32(var value):
      return sd_bus_message_append_basic(message, CChar(SD_BUS_TYPE_UINT32), &value)
    case .variantDouble(var value):
      let opened = sd_bus_message_open_container(message, CChar(SD_BUS_TYPE_VARIANT), "d")
      guard opened >= 0 else { return opened }
      let written = sd_bus_message_append_basic(message, CChar(SD_BUS_TYPE_DOUBLE), &value)
      return written < 0 ? written : sd_bus_message_close_container(message)
    case .strings(let values):
      let opened = sd_bus_message_open_container(message, CChar(SD_BUS_TYPE_ARRAY), "s")
      guard opened >= 0 else { return opened }
      for value in values {
        let written = append(.string(value), to: message)
        guard written >= 0 else { return written }
      }
      return sd_bus_message_close_container(message)
    }
  }

  static func answer(_ reply: OpaquePointer?) -> BusAnswer {
    guard let reply else { return .late }
    guard sd_bus_message_is_method_error(reply, nil) == 0 else {
      let name = sd_bus_message_get_error(reply)?.pointee.name.map { String(cString: $0) } ?? ""
      let isLate = name == "org.freedesktop.DBus.Error.NoReply" || name == "org.freedesktop.DBus.Error.Timeout"
      return isLate ? .late : .refused(name)
    }
    return .values(values(of: reply))
  }

  /// Nil for what is no signal.
  static func signal(_ message: OpaquePointer) -> BusSignal? {
    guard sd_bus_message_is_signal(message, nil, nil) > 0 else { return nil }
    return BusSignal(
      sender: text(sd_bus_message_get_sender(message)), path: text(sd_bus_message_get_path(message)),
      interface: text(sd_bus_message_get_interface(message)), member: text(sd_bus_message_get_member(message)),
      values: values(of: message, atMost: mostValues))
  }

  /// What follows in the signals that are read says nothing of what has changed.
  private static let mostValues = 4

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  /// What is left of the message, or of the container that was entered.
  private static func values(of message: OpaquePointer, atMost most: Int = .max) -> [BusValue] {
    var result: [BusValue] = []
    while result.count < most, let value = next(in: message) { result.append(value) }
    return result
  }

  private static func next(in message: OpaquePointer) -> BusValue? {
    var type: CChar = 0
    var contents: UnsafePointer<CChar>?
    guard sd_bus_message_peek_type(message, &type, &contents) > 0 else { return nil }
    switch Int(type) {
    case SD_BUS_TYPE_STRING, SD_BUS_TYPE_OBJECT_PATH, SD_BUS_TYPE_SIGNATURE:
      var value: UnsafePointer<CChar>?
      return sd_bus_message_read_basic(message, type, &value) > 0 ? .string(text(value)) : nil
    case SD_BUS_TYPE_BOOLEAN:
      return number(message, type, Int32.self).map { .boolean($0 != 0) }
    case SD_BUS_TYPE_DOUBLE:
      return number(message, type, Double.self).map { .double($0) }
    case SD_BUS_TYPE_BYTE: return number(message, type, UInt8.self).map { .integer(Int64($0)) }
    case SD_BUS_TYPE_INT16: return number(message, type, Int16.self).map { .integer(Int64($0)) }
    case SD_BUS_TYPE_UINT16: return number(message, type, UInt16.self).map { .integer(Int64($0)) }
    case SD_BUS_TYPE_INT32: return number(message, type, Int32.self).map { .integer(Int64($0)) }
    case SD_BUS_TYPE_UINT32: return number(message, type, UInt32.self).map { .integer(Int64($0)) }
    case SD_BUS_TYPE_INT64: return number(message, type, Int64.self).map { .integer($0) }
    case SD_BUS_TYPE_UINT64: return number(message, type, UInt64.self).map { .integer(Int64(clamping: $0)) }
    case SD_BUS_TYPE_ARRAY, SD_BUS_TYPE_STRUCT, SD_BUS_TYPE_DICT_ENTRY, SD_BUS_TYPE_VARIANT:
      guard sd_bus_message_enter_container(message, type, contents) > 0 else { return nil }
      let inside = values(of: message)
      guard sd_bus_message_exit_container(message) >= 0 else { return nil }
      return Int(type) == SD_BUS_TYPE_VARIANT ? inside.first : .list(inside)
    default:
      return nil
    }
  }

  private static func number<Number: BitwiseCopyable & ExpressibleByIntegerLiteral>(
    _ message: OpaquePointer, _ type: CChar, _: Number.Type
  ) -> Number? {
    var value: Number = 0
    return withUnsafeMutablePointer(to: &value) { sd_bus_message_read_basic(message, type, $0) } > 0 ? value : nil
  }
}
