import Trace

extension Input {
  /// A chord: its modifiers go down in order, its key down and up, its modifiers up again.
  static func press(_ chord: Chord) -> [Input] {
    let modifiers = chord.modifiers.sorted()
    var held: Set<Modifier> = []
    var inputs: [Input] = []
    for modifier in modifiers {
      held.insert(modifier)
      inputs.append(key("rawKeyDown", Key(modifier.rawValue), held))
    }
    inputs += stroke(Key(chord.key), held, command: command(of: chord))
    for modifier in modifiers.reversed() {
      held.remove(modifier)
      inputs.append(key("keyUp", Key(modifier.rawValue), held))
    }
    return inputs
  }

  /// The keys that type a text, one character after the other.
  static func type(_ text: String) -> [Input] {
    text.flatMap { stroke(Key(String($0)), $0.isUppercase ? [.shift] : []) }
  }

  /// A key down and up.
  static func stroke(_ key: Key, _ modifiers: Set<Modifier> = [], command: String? = nil) -> [Input] {
    let types = modifiers.isDisjoint(with: [.control, .alt, .meta]) && command == nil
    var down = Self.key(types && key.text != nil ? "keyDown" : "rawKeyDown", key, modifiers)
    if types, let text = key.text {
      down.parameters["text"] = text
      down.parameters["unmodifiedText"] = text
    }
    if let command { down.parameters["commands"] = [command] }
    return [down, Self.key("keyUp", key, modifiers)]
  }

  /// Text put in at the caret at once, without keys.
  static func insert(_ text: String) -> Input { Input(method: "Input.insertText", parameters: ["text": text]) }

  private static func key(_ type: String, _ key: Key, _ modifiers: Set<Modifier>) -> Input {
    Input(
      method: "Input.dispatchKeyEvent",
      parameters: [
        "type": type, "key": key.name, "code": key.code, "windowsVirtualKeyCode": key.number,
        "modifiers": modifiers.mask,
      ])
  }

  /// The editing that the browser's window would do for a shortcut, and DevTools input does not.
  private static func command(of chord: Chord) -> String? {
    switch (chord.modifiers, chord.key.lowercased()) {
    case ([.control], "a"): "selectAll"
    case ([.control], "c"): "copy"
    case ([.control], "x"): "cut"
    case ([.control], "v"): "paste"
    case ([.control], "z"): "undo"
    case ([.control], "y"), ([.control, .shift], "z"): "redo"
    default: nil
    }
  }
}
