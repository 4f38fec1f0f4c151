/// An unsegmented week put together from single-task logs: instances in random order, some of them interrupted by
/// others, cut short, or without their last row; and rows in between that belong to none.
struct GeneratedWeek {
  struct Shape {
    var days = 5
    /// Instances a day.
    var perDay = 30
    /// The share of instances that are interrupted by another one.
    var interleave = 0.0
    /// The share of rows that belong to no instance.
    var noise = 0.0
    /// The share of instances of which only a part is there.
    var truncate = 0.0
    /// The share of instances that lack their last row.
    var dropSubmit = 0.0
    /// Whether the week begins in the middle of an instance.
    var startsInTheMiddle = false
  }

  private(set) var log: LabelledLog
  private var dice: Dice
  private let shape: Shape
  private var pools: [[(task: String, rows: [[String]])]]
  private var used: [Int]
  private var next = 0

  init(_ logs: [LabelledLog], shape: Shape, seed: UInt64) {
    self.shape = shape
    dice = Dice(seed: seed)
    var names: [String] = []
    for log in logs { for name in log.names where !names.contains(name) { names.append(name) } }
    pools = logs.map { log in
      let places = names.map { log.names.firstIndex(of: $0) }
      return log.blocks.map { block in (block.task, block.rows.map { row in places.map { $0.map { row[$0] } ?? "" } }) }
    }
    for index in pools.indices { pools[index].shuffle(using: &dice) }
    used = pools.map { _ in 0 }
    log = LabelledLog(names: names)
    for _ in 0..<shape.days { addDay() }
    if shape.startsInTheMiddle { dropBeginning() }
    addNoise()
  }

  private struct Instance {
    var number: Int
    var task: String
    var rows: [[String]]
  }

  private mutating func draw() -> Instance {
    let pool = Int.random(in: pools.indices, using: &dice)
    let block = pools[pool][used[pool] % pools[pool].count]
    used[pool] += 1
    var rows = block.rows
    if chance(shape.truncate), rows.count > 4 {
      let kept = Int.random(in: rows.count / 3...rows.count * 2 / 3, using: &dice)
      rows = Bool.random(using: &dice) ? Array(rows.prefix(kept)) : Array(rows.suffix(kept))
    }
    if chance(shape.dropSubmit), rows.count > 2 { rows.removeLast() }
    defer { next += 1 }
    return Instance(number: next, task: block.task, rows: rows)
  }

  private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < probability }

  private mutating func addDay() {
    var count = 0
    while count < shape.perDay {
      let instance = draw()
      count += 1
      guard chance(shape.interleave), instance.rows.count > 3 else {
        add(instance, instance.rows[...])
        continue
      }
      let other = draw()
      count += 1
      let left = Int.random(in: 1..<instance.rows.count, using: &dice)
      // The other one is done at a stretch, or left in its turn.
      let back =
        Bool.random(using: &dice) && other.rows.count > 3
        ? Int.random(in: 1..<other.rows.count, using: &dice) : other.rows.count
      add(instance, instance.rows[..<left])
      add(other, other.rows[..<back])
      add(instance, instance.rows[left...])
      add(other, other.rows[back...])
    }
  }

  private mutating func add(_ instance: Instance, _ rows: ArraySlice<[String]>) {
    for row in rows { add(row, instance.task, instance.number) }
  }

  private mutating func add(_ row: [String], _ task: String, _ number: Int?) {
    log.rows.append(row)
    log.tasks.append(task)
    log.instances.append(number)
  }

  private mutating func dropBeginning() {
    let first = log.instances.prefix { $0 == log.instances.first }.count
    let dropped = first / 2
    log.rows.removeFirst(dropped)
    log.tasks.removeFirst(dropped)
    log.instances.removeFirst(dropped)
  }

  /// Puts one to four rows at a time in between that are like others but for some of their texts.
  private mutating func addNoise() {
    guard shape.noise > 0 else { return }
    let given = log
    (log.rows, log.tasks, log.instances) = ([], [], [])
    for position in given.rows.indices {
      if chance(shape.noise / 2.5) {
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          var row = given.rows[Int.random(in: given.rows.indices, using: &dice)]
          for column in row.indices where !row[column].isEmpty && Bool.random(using: &dice) {
            row[column] = "elsewhere \(Int.random(in: 0..<40, using: &dice))"
          }
          add(row, "", nil)
        }
      }
      add(given.rows[position], given.tasks[position], given.instances[position])
    }
  }
}
