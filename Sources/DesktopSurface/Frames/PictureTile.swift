/// A square part of a picture; smaller at its right and lower edges.
struct PictureTile: Sendable, Hashable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}
