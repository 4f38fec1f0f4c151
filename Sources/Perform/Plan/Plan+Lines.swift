extension Plan {
  /// What would be done, one line a step, in order: a rehearsal that touches nothing.
  ///
  /// ```
  /// 1. Open https://office.example/invoices/add
  /// 2. Fill “Amount” with amount: 120.00
  /// ! 3. Click “Save”
  /// ```
  /// A line that begins with `!` cannot be taken back or leaves for others.
  public var lines: [String] {
    steps.enumerated().map { number, step in
      var line = step.consequence == .irreversible ? "! " : ""
      line += "\(number + 1). "
      if !step.conditions.isEmpty { line += "If \(step.conditions.joined(separator: " and ")): " }
      line += step.summary
      if !step.targetValue.text.isEmpty { line += " (\(step.targetValue.text))" }
      if !step.value.text.isEmpty { line += ": \(step.value.text)" }
      return line
    }
  }
}
