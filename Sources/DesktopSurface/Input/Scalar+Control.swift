extension Unicode.Scalar.Properties {
  /// Whether it is no character but a command, such as a line break, or nothing.
  var isControl: Bool { generalCategory == .control }
}
