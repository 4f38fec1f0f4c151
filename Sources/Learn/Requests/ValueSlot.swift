import Trace

/// A value that a workflow needs, and what is known of it.
struct ValueSlot: Sendable {
  var name: String
  /// The words it goes by: of its name, and of the label of the field it is entered in.
  var words: Set<String>
  var kind: Parameter.Kind
  /// What was given before, or can be chosen.
  var known: [String]
  /// The forms of what was given before.
  var forms: Set<String>
  /// How many words it had at most.
  var longest: Int
  /// The marks at which what was given before never went on.
  var endingMarks: Set<Character>
  /// Whether what was given before had digits, for each.
  var hadDigits: Set<Bool>
  /// Whether it is chosen from what is known, rather than written.
  var isChoice: Bool { kind == .choice }

  /// Whether a text with digits, or without, may be given: where all before had them, or none, only such a one.
  func takes(digits: Bool) -> Bool { hadDigits.isEmpty || hadDigits.contains(digits) }

  static func slots(of workflow: Workflow) -> [ValueSlot] {
    var labels: [String: Set<String>] = [:]
    var options: [String: [String]] = [:]
    for step in workflow.program.steps {
      guard let name = step.value?.inputName, let element = step.target?.examples.first else { continue }
      for label in [element.name, element.surroundings.label] {
        labels[name, default: []].formUnion(Wording.words(of: label).filter { !Sentence.isFunctionWord($0) })
      }
      options[name] = element.options.filter { !$0.isEmpty }
    }
    return workflow.parameters.map { parameter in
      let names = [parameter.name, parameter.column].compactMap(\.self)
      let own = Set(names.flatMap { Wording.words(of: $0) + Wording.parts(of: $0) })
      // A digest of what was withheld says nothing of its form.
      let examples = parameter.examples.filter { !$0.hasPrefix("‹") }
      let counts = examples.map { Wording.words(of: $0).count }
      return ValueSlot(
        name: parameter.name, words: own.union(labels[parameter.name] ?? labels[parameter.column ?? ""] ?? []),
        kind: parameter.kind, known: examples + (options[parameter.name] ?? []), forms: Set(examples.map(Self.form)),
        longest: counts.max() ?? 4,
        endingMarks: Set<Character>([",", ":", ";"]).filter { mark in !examples.contains { $0.contains(mark) } },
        hadDigits: Set(examples.map { $0.contains(where: \.isNumber) }))
    }
  }

  /// A text with letters and digits each written as one of their kind: `R-1116-196` is `A-9-9`, `Amber Bicycles` is
  /// `Aa Aa`.
  static func form(_ text: String) -> String {
    var form = ""
    for character in text {
      let kind: Character =
        character.isNumber ? "9" : character.isUppercase ? "A" : character.isLetter ? "a" : character
      if form.last != kind { form.append(kind) }
    }
    return form
  }
}

extension ValueSource {
  /// The parameter or column that the value is, or is made of.
  var inputName: String? {
    switch self {
    case .parameter(let name), .column(let name): name
    case .transformed(_, let inputs): inputs.count == 1 ? inputs[0].inputName : nil
    default: nil
    }
  }
}
