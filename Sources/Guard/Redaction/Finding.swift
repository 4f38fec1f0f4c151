public import Trace

/// Something in a text that should not be kept: what it is, and where.
public struct Finding: Sendable, Hashable {
  public var kind: WithheldKind
  /// UTF-8 offsets in the text that was searched.
  public var range: Range<Int>
  /// The name of the rule that found it.
  public var rule: String

  public init(kind: WithheldKind, range: Range<Int>, rule: String) {
    self.kind = kind
    self.range = range
    self.rule = rule
  }
}

extension Finding {
  /// Findings in rising order without overlap: where some overlap, one that covers all of them, of the kind of the
  /// longest.
  static func merged(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    let sorted = findings.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    return sorted.reduce(into: []) { merged, finding in
      guard var last = merged.last, finding.range.lowerBound < last.range.upperBound else {
        merged.append(finding)
        return
      }
      let covered = last.range.lowerBound..<max(last.range.upperBound, finding.range.upperBound)
      if finding.range.count > last.range.count { last = finding }
      last.range = covered
      merged[merged.count - 1] = last
    }
  }
}
