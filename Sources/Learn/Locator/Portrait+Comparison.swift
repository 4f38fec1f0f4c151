import Trace

extension Portrait {
  /// How far `candidate` agrees with this remembered element in `trait`.
  func agreement(with candidate: Portrait, in trait: Trait) -> Agreement {
    let mine = self[trait]
    let theirs = candidate[trait]
    guard mine != 0 else { return theirs == 0 ? .neither : .gained }
    guard theirs != 0 else { return .lost }
    switch trait {
    case .position, .size, .shape:
      guard let bounds, let other = candidate.bounds else { return .neither }
      return Portrait.agreement(of: bounds, with: other, in: trait)
    default: break
    }
    if mine == theirs { return .same }
    switch trait {
    case .path: return Portrait.graded(Portrait.similarity(ofPath: path, with: candidate.path))
    default:
      guard let left = words[trait], let right = candidate.words[trait] else { return .different }
      let similarity = Portrait.similarity(of: left, with: right)
      // “About us” and “About”: words that were only added or only dropped mostly leave the meaning.
      guard trait.group == .wording, similarity > 0 else { return Portrait.graded(similarity) }
      let containment =
        similarity * Double(left.count + right.count) / (1 + similarity) / Double(min(left.count, right.count))
      return Portrait.graded(max(similarity, containment * 0.75))
    }
  }

  private static func graded(_ similarity: Double) -> Agreement {
    if similarity >= 0.7 { .close } else if similarity >= 0.3 { .related } else { .different }
  }

  /// The share of words that two sorted lists have in common (Jaccard).
  static func similarity(of left: [UInt64], with right: [UInt64]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = left.count + right.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// The share of two paths that runs alike from both ends.
  private static func similarity(ofPath left: [UInt64], with right: [UInt64]) -> Double {
    let shorter = min(left.count, right.count)
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 0 }
    var inner = 0
    while inner < shorter, left[inner] == right[inner] { inner += 1 }
    var outer = 0
    while outer < shorter - inner, left[left.count - 1 - outer] == right[right.count - 1 - outer] { outer += 1 }
    return Double(inner + outer) / Double(longer)
  }

  private static func agreement(of left: Bounds, with right: Bounds, in trait: Trait) -> Agreement {
    switch trait {
    case .position:
      let distance = max(abs(left.x - right.x), abs(left.y - right.y))
      return distance <= 2 ? .same : distance <= 30 ? .close : distance <= 150 ? .related : .different
    case .size:
      let change = max(abs(left.width - right.width), abs(left.height - right.height))
      return change <= 1 ? .same : change <= 8 ? .close : change <= 40 ? .related : .different
    default:
      guard left.height > 0, right.height > 0, left.width > 0, right.width > 0 else { return .neither }
      let ratio = (left.width / left.height) / (right.width / right.height)
      let change = max(ratio, 1 / ratio)
      return change <= 1.05 ? .same : change <= 1.3 ? .close : change <= 2 ? .related : .different
    }
  }
}
