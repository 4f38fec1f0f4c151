/// How pages look, in light and dark, on a phone and on paper.
public enum Stylesheet {
  /// The style of a page, for pages that are put together elsewhere.
  public static var page: String { String(decoding: PackageResources.page_css, as: UTF8.self) + process }

  /// The style of a process chart alone.
  static var process: String { String(decoding: PackageResources.process_css, as: UTF8.self) }
}
