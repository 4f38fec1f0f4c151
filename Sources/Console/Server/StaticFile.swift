import HTTPTypes
import Hummingbird
import NIOCore
import Report

/// A file of the console itself: style, script, icon.
struct StaticFile: Sendable {
  var path: String
  var type: String
  var content: [UInt8]

  static let all = [
    StaticFile(
      path: "/style.css", type: "text/css; charset=utf-8",
      content: Array(Stylesheet.page.utf8) + PackageResources.console_css),
    StaticFile(path: "/console.js", type: "text/javascript; charset=utf-8", content: PackageResources.console_js),
    StaticFile(path: "/enter.js", type: "text/javascript; charset=utf-8", content: PackageResources.enter_js),
    StaticFile(path: "/icon.svg", type: "image/svg+xml", content: PackageResources.icon_svg),
  ]

  var response: Response {
    Response(
      status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
  }
}
