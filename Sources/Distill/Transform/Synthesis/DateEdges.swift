import Trace

struct DateEdges {
  var rows: SearchRows
  func edges() -> [Edge] { [] }
}
