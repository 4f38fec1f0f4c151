import Foundation

/// How far two groupings of the same things agree beyond chance (Vinh, Epps and Bailey 2010; Hubert and Arabie 1985).
struct ClusterAgreement {
  private let count: Int
  private var left: [Int: Int] = [:]
  private var right: [Int: Int] = [:]
  private var both: [[Int]: Int] = [:]

  init(_ some: [Int], _ others: [Int]) {
    count = some.count
    for (one, other) in zip(some, others) {
      left[one, default: 0] += 1
      right[other, default: 0] += 1
      both[[one, other], default: 0] += 1
    }
  }

  /// Mutual information less what chance gives, over the mean of the entropies less the same; 1 where both are a
  /// single group.
  var adjustedMutualInformation: Double {
    guard count > 0, left.count > 1 || right.count > 1 else { return 1 }
    let size = Double(count)
    var information = 0.0
    for (pair, number) in both {
      let share = Double(number) / size
      guard let one = left[pair[0]], let other = right[pair[1]] else { continue }
      information += share * log(share * size * size / (Double(one) * Double(other)))
    }
    let expected = expectedInformation
    let most = (entropy(left) + entropy(right)) / 2
    return abs(most - expected) < 1e-12 ? 0 : (information - expected) / (most - expected)
  }

  var adjustedRand: Double {
    func pairs(_ counts: some Sequence<Int>) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let (own, others, all) = (pairs(left.values), pairs(right.values), Double(count) * Double(count - 1) / 2)
    guard all > 0 else { return 1 }
    let expected = own * others / all
    let most = (own + others) / 2
    return most == expected ? 1 : (pairs(both.values) - expected) / (most - expected)
  }

  private func entropy(_ counts: [Int: Int]) -> Double {
    -counts.values.reduce(0) { sum, number in
      let share = Double(number) / Double(count)
      return sum + share * log(share)
    }
  }

  /// The mean mutual information of groupings with groups of the same sizes.
  private var expectedInformation: Double {
    var logs = [0.0]
    for number in 1...max(1, count) { logs.append(logs[number - 1] + log(Double(number))) }
    var sum = 0.0
    for one in left.values {
      for other in right.values {
        let (least, most) = (max(1, one + other - count), min(one, other))
        guard least <= most else { continue }
        for shared in least...most {
          let gain = log(Double(count) * Double(shared) / (Double(one) * Double(other)))
          let chance =
            logs[one] + logs[other] + logs[count - one] + logs[count - other] - logs[count] - logs[shared]
            - logs[one - shared] - logs[other - shared] - logs[count - one - other + shared]
          sum += Double(shared) / Double(count) * gain * exp(chance)
        }
      }
    }
    return sum
  }
}
