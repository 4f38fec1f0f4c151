import Trace

struct NumberEdges {
  var rows: SearchRows
  func edges() -> [Edge] { [] }
}
