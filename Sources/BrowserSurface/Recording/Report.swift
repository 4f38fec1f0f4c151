import Trace

/// One message of the in-page recorder: something a person did, with the element as it was before.
struct Report: Sendable, Decodable {
  enum Kind: String, Sendable, Decodable {
    case click, fill, select, check, press, drag, dragStart, drop, scroll, copy, cut, paste, upload, submit
    /// The page is there, with its title.
    case ready
    /// The page's own scripts ran before it was watched.
    case late
    /// A form was sent by what was done just before.
    case submitted
    /// The tab came to the front.
    case shown
    /// A secret was typed: pictures of the page are not to be kept.
    case unsafe
    /// The indicator cannot be shown: the document is not recorded from here on.
    case hidden
    /// Something in the recorder itself failed.
    case trouble
  }

  struct Upload: Sendable, Decodable {
    var name: String
    var mediaType: String
    var size: Int
  }

  /// What may hide what is inside it from the recorder.
  enum Opacity: String, Sendable, Decodable {
    case canvas, host
  }

  /// What of other documents may be seen in this one.
  enum Embeds: String, Sendable, Decodable {
    case none, frames, objects
  }

  var kind: Kind
  /// Milliseconds from what was done to this message.
  var age: Double
  /// The address of the document.
  var url: String
  /// The title of the page; only from its main document.
  var title: String?
  /// Whether a picture of the document shows no secret.
  var safe: Bool
  /// Milliseconds that recording took in the page since the message before.
  var cost: Double
  /// A generic element without a name until the browser has been asked about the sketch.
  @Told var element: Element?
  var sketch: Sketch?
  /// Only where pictures are kept.
  var embeds: Embeds?

  var button: Click.Button?
  var count: Int?
  var modifiers: [Modifier]?
  var position: Point?
  var opaque: Opacity?
  var text: String?
  var labels: [String]?
  var on: Bool?
  var key: String?
  @Told var to: Element?
  var toSketch: Sketch?
  var x: Double?
  var y: Double?
  var files: [Upload]?
  var reason: String?
}

extension Report {
  /// What was done, where this message alone says it.
  var action: Action? {
    switch kind {
    case .click:
      .click(
        Click(button: button ?? .left, count: count ?? 1, modifiers: Set(modifiers ?? []), position: position))
    case .fill: text.map { .fill($0) }
    case .select: labels.map { .select($0) }
    case .check: on.map { .check($0) }
    case .press: key.map { .press(Chord($0, modifiers: Set(modifiers ?? []))) }
    case .drag: to.map { .drag(to: $0) }
    case .scroll: .scroll(x: x ?? 0, y: y ?? 0)
    case .copy: text.map { .copy($0) }
    case .cut: text.map { .cut($0) }
    case .upload:
      files.map { files in
        .upload(files.map { FileDescription(name: $0.name, mediaType: $0.mediaType, size: $0.size) })
      }
    case .submit: .submit
    case .shown: .switchTab
    case .dragStart, .drop, .paste, .ready, .late, .submitted, .unsafe, .hidden, .trouble: nil
    }
  }
}
