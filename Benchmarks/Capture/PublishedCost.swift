/// What the makers of other recorders publish of their cost.
struct PublishedCost {
  var name: String
  var processor: String
  var memory: String
  var disk: String
  var source: String

  static let all = [
    PublishedCost(
      name: "screenpipe", processor: "5–10 % (8–15 % at work)", memory: "0.5–3 GB", disk: "about 20 GB a month",
      source: "mintlify.com/screenpipe/screenpipe/advanced/performance"),
    PublishedCost(
      name: "ActivityWatch", processor: "about 10 % (aw-server, 2017)", memory: "not told", disk: "not told",
      source: "github.com/ActivityWatch/activitywatch/issues/98; it takes titles, no elements and no pictures"),
  ]
}
