import Trace

/// Episodes of one workflow laid side by side: each column holds the steps that correspond to each other.
struct Alignment: Sendable {
  struct Column: Sendable {
    var kind: Int
    /// The step of each episode, by the episode's number; episodes without it are missing.
    var steps: [Int: Step]
  }

  var columns: [Column] = []
  let episodeCount: Int

  /// Aligns one episode after the other with what is there, the most typical first.
  ///
  ///     open  fill A  fill B  save          open │ fill A │ fill B │ note │ save
  ///     open  fill A  note    save    →      1,2    1,2      1        2     1,2
  init(_ episodes: [KindedSteps]) {
    episodeCount = episodes.count
    let classes = episodes.map(\.kinds)
    for episode in Alignment.order(classes) {
      add(episodes[episode].steps, classes[episode], as: episode)
    }
  }

  /// The episodes, those first whose way is the most frequent one, then the longer ones.
  private static func order(_ classes: [[Int]]) -> [Int] {
    var counts: [[Int]: Int] = [:]
    for sequence in classes { counts[sequence, default: 0] += 1 }
    return classes.indices.sorted {
      let (left, right) = (counts[classes[$0]] ?? 0, counts[classes[$1]] ?? 0)
      return (-left, -classes[$0].count, $0) < (-right, -classes[$1].count, $1)
    }
  }

  private mutating func add(_ steps: [Step], _ classes: [Int], as episode: Int) {
    guard !columns.isEmpty else {
      columns = zip(steps, classes).map { Column(kind: $1, steps: [episode: $0]) }
      return
    }
    // The longest common subsequence, weighted by how many episodes a column has.
    let (rows, width) = (steps.count, columns.count)
    var best = [Int](repeating: 0, count: (rows + 1) * (width + 1))
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: width - 1, through: 0, by: -1) {
        var score = max(best[(row + 1) * (width + 1) + column], best[row * (width + 1) + column + 1])
        if classes[row] == columns[column].kind {
          score = max(score, best[(row + 1) * (width + 1) + column + 1] + 1_000 + columns[column].steps.count)
        }
        best[row * (width + 1) + column] = score
      }
    }
    var merged: [Column] = []
    var (row, column) = (0, 0)
    while row < rows || column < width {
      let here = best[row * (width + 1) + column]
      if row < rows, column < width, classes[row] == columns[column].kind,
        here == best[(row + 1) * (width + 1) + column + 1] + 1_000 + columns[column].steps.count
      {
        columns[column].steps[episode] = steps[row]
        merged.append(columns[column])
        row += 1
        column += 1
      } else if column < width, row == rows || here == best[row * (width + 1) + column + 1] {
        merged.append(columns[column])
        column += 1
      } else {
        merged.append(Column(kind: classes[row], steps: [episode: steps[row]]))
        row += 1
      }
    }
    columns = merged
  }
}

extension Alignment.Column {
  /// The steps in the order of the episodes.
  var inOrder: [(episode: Int, step: Step)] {
    steps.keys.sorted().compactMap { key in steps[key].map { (key, $0) } }
  }
}

/// Steps of one episode with the kind of each.
struct KindedSteps: Sendable {
  var steps: [Step]
  var kinds: [Int]
}
