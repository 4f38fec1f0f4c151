public import Surfaces

/// How texts in pictures are read, where an application tells nothing of its elements.
///
/// ```swift
/// settings.reading = ReadingSettings(program: nil)  // Nothing is read.
/// ```
public struct ReadingSettings: Sendable {
  /// The program that reads: a name that is looked for in `PATH`, or a path; nil for none.
  public var program: String?
  /// What says in which language texts are, such as `de_AT.UTF-8`; nil for this program's own.
  public var locale: String?
  /// How often a picture is read. One that was read lately counts as nothing.
  public var pace: PicturePace

  public init(
    program: String? = "tesseract", locale: String? = nil,
    pace: PicturePace = PicturePace(shortest: .milliseconds(100), most: 10, each: .seconds(6))
  ) {
    self.program = program
    self.locale = locale
    self.pace = pace
  }
}
