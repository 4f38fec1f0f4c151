import Trace

/// A part of a program that fits somewhere into every output: an expression, and what it gives for each example.
struct Edge: Sendable {
  /// One of several expressions that give the same for the examples.
  struct Variant: Sendable {
    var expression: TextExpression
    /// Bits, where it stands alone.
    var cost: Double
    /// Bits, where a part with the same context stands before.
    var costInContext: Double
    /// What it has in common with other parts (the same date, the same rounding); 0 where nothing.
    var context = 0
    /// Of what it gives for the other inputs: variants with the same one differ only in their description.
    var behaviour: Fingerprint

    mutating func surcharge(_ bits: Double) {
      cost += bits
      costInContext += bits
    }
  }

  /// One for each example searched.
  var values: [[Unicode.Scalar]]
  /// The cheapest first.
  var variants: [Variant]
}
