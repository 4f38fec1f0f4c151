/// An input event for a page, as DevTools takes it.
struct Input: Sendable {
  var method: String
  var parameters: DevToolsParameters
}
