public import Trace

/// Why a log could not be read from XES, and where in the file.
///
/// Sentences name tags and keys of the standard, never a value of the log.
public struct XESError: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// In bytes, from 1.
  public var column: Int
  public var problem: Problem

  public init(file: String, line: Int, column: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  public var description: String {
    "“\(file)”, line \(line), column \(column): \(problem.sentence)"
  }

  public enum Problem: Sendable, Hashable {
    // The file as a whole
    case notXML, empty
    case encoding(String)
    case damagedCompression, tooLarge(limit: Int)
    // Tags
    case unclosed(element: String), unclosedTag, unclosedValue, unopened, mismatched(expected: String)
    case secondRoot, textAfterEnd, unended(String), unexpectedCharacter, tooDeep
    // Attributes and text
    case noValue, repeatedAttribute(String), tooManyAttributes, undeclaredPrefix(String)
    case controlCharacter, badReference, notUTF8
    // What XES asks for
    case otherRoot(String), unknownElement(String, inside: String), missing(String, of: String)
    case badValue(EventLog.Kind), badScope, eventBetweenTraces

    var sentence: String {
      switch self {
      case .notXML: "This is not XML: it does not begin with a tag. Give an XES file, or one compressed by gzip."
      case .empty: "There is nothing in it. Give an XES file, whose outermost element is <log>."
      case .encoding(let name): "It is written in \(name); only UTF-8 is read. Convert it, for example with iconv."
      case .damagedCompression: "The compressed file is damaged or cut off. Get it anew."
      case .tooLarge(let limit): "Uncompressed it is larger than \(limit) bytes. Split it, or give a higher limit."
      case .unclosed(let element): "The file ends inside <\(element)>. It was cut off: get it anew."
      case .unclosedTag: "This tag has no end. It needs a “>”."
      case .unclosedValue: "The value that begins here has no closing quotation mark, or holds a “<”."
      case .unopened: "This closing tag closes nothing. Remove it."
      case .mismatched(let expected): "This tag closes another element than the open one, <\(expected)>."
      case .secondRoot: "A second outermost element begins here. A file holds one <log>."
      case .textAfterEnd: "There is text after the end of the log. Remove it."
      case .unended(let ending): "What begins here never ends: “\(ending)” is missing."
      case .unexpectedCharacter: "A name of a tag or attribute is expected here."
      case .tooDeep: "Elements nest deeper than \(XMLScanner.deepest) levels here."
      case .noValue: "This attribute has no value in quotation marks."
      case .repeatedAttribute(let name): "The attribute “\(name)” stands here twice."
      case .tooManyAttributes: "This tag has more than \(XMLScanner.most) attributes or declarations."
      case .undeclaredPrefix(let prefix): "The prefix “\(prefix)” is not declared. Add xmlns:\(prefix) to <log>."
      case .controlCharacter: "There is a control character here, which XML does not allow. Remove it."
      case .badReference: "This “&” begins no reference that XML knows. Write “&amp;” for the character itself."
      case .notUTF8: "The text here is not UTF-8. Convert the file to UTF-8, for example with iconv."
      case .otherRoot(let name): "The outermost element is <\(name)>; an XES file begins with <log>."
      case .unknownElement(let name, let parent): "XES knows no <\(name)> inside <\(parent)>."
      case .missing(let name, let element): "This <\(element)> has no “\(name)”."
      case .badValue(.date): "This value is no date such as 2026-11-23T09:00:00.000+01:00."
      case .badValue(.int): "This value is no whole number of 64 bits."
      case .badValue(.float): "This value is no number."
      case .badValue(.boolean): "This value is neither true nor false."
      case .badValue(let kind): "This value is no \(kind.rawValue)."
      case .badScope: "A scope is “trace” or “event”."
      case .eventBetweenTraces:
        "This event belongs to no trace but stands before one. Such events follow the last trace."
      }
    }
  }
}
