import Trace

/// All rules, and ways to get quickly from what stands in a text to the rules that may apply.
struct RuleTable: Sendable {
  let rules: [Rule]

  /// Tokens by the first byte of their prefix.
  let tokens: [[Token]]
  /// One bit for the first two bytes of every prefix.
  private let tokenStarts: [UInt64]
  /// In the order in which they are tried.
  let numbers: [(rule: Int, form: NumberForm)]
  /// The rule of each topic whose words announce a value.
  let labelled: [Int?]
  let shapes: [Rule.Shape: Int]
  /// Options that hold a secret, by the hash of the command's name.
  private let options: [UInt64: [Option]]
  private let optionFilter: HashFilter

  struct Token: Sendable {
    var rule: Int
    var prefix: [UInt8]
    var alphabet: Alphabet
    var lengths: ClosedRange<Int>
  }

  struct Option: Sendable {
    var rule: Int
    var name: [UInt8]
    var form: Command.Form
  }

  /// No rules: a scan with it only learns what words say.
  static let empty = RuleTable([])

  static let standard = RuleTable(tokens + numbers + labels + options + shapes)

  init(_ rules: [Rule]) {
    self.rules = rules
    var tokens = [[Token]](repeating: [], count: 256)
    var numbers: [(Int, NumberForm)] = []
    var labelled = [Int?](repeating: nil, count: Topic.allCases.count)
    var shapes: [Rule.Shape: Int] = [:]
    var options: [UInt64: [Option]] = [:]
    for (index, rule) in rules.enumerated() {
      switch rule.form {
      case .prefixed(let prefixes, let alphabet, let lengths):
        for prefix in prefixes.map({ Array($0.utf8) }) {
          precondition(prefix.count > 1, "The prefix of \(rule.name) is too short.")
          tokens[Int(prefix[0])].append(Token(rule: index, prefix: prefix, alphabet: alphabet, lengths: lengths))
        }
      case .number(let form): numbers.append((index, form))
      case .labelled(let topic): labelled[topic.rawValue] = index
      case .shape(let shape): shapes[shape] = index
      case .option(let commands):
        for command in commands {
          for name in command.names {
            options[Lexicon.hash(of: name.utf8), default: []] += command.options.map {
              Option(rule: index, name: Array($0.utf8), form: command.form)
            }
          }
        }
      }
    }
    self.tokens = tokens
    tokenStarts = tokens.joined().reduce(into: [UInt64](repeating: 0, count: 1_024)) { starts, token in
      let pair = Int(token.prefix[0]) << 8 | Int(token.prefix[1])
      starts[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    self.numbers = numbers.map { (rule: $0.0, form: $0.1) }
    self.labelled = labelled
    self.shapes = shapes
    self.options = options
    optionFilter = HashFilter(options.keys)
  }

  /// Whether a token can begin with these two bytes.
  func mayBeginToken(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Int(first) << 8 | Int(second)
    return tokenStarts[pair >> 6] >> UInt64(pair & 63) & 1 == 1
  }

  /// The options that hold a secret of the command with a name of this hash.
  func options(of command: UInt64) -> [Option]? {
    optionFilter.mayContain(command) ? options[command] : nil
  }
}
