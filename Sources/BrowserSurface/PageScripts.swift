/// The scripts that run in the module's own world of every document.
enum PageScripts {
  /// All of them, as one script.
  static let source = [PackageResources.world_js].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
}
