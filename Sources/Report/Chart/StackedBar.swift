/// How a whole is made up of parts, as one bar.
struct StackedBar {
  /// Each part's class (it gives the colour), what it is, and its share of the whole, 0…1.
  var parts: [(style: String, words: String, share: Double)]
  var size = Size.large

  enum Size: String {
    case large, small

    var height: Double { self == .large ? 34 : 16 }
  }

  /// An image for those who see it; `alternative` says the same in words.
  func svg(alternative: String) -> Markup {
    let width = 1000.0
    var x = 0.0
    var rectangles: [Markup] = []
    for part in parts where part.share > 0 {
      let length = part.share * width
      rectangles.append(
        .element(
          "rect",
          [
            "class": "part \(part.style)", "x": x.inPixels, "y": "0", "width": max(1, length - 3).inPixels,
            "height": size.height.inPixels, "rx": "3",
          ], .element("title", [:], Markup("\(part.words): \(Amounts.percent(part.share))"))))
      x += length
    }
    return .element(
      "svg",
      [
        "viewBox": "0 0 1000 \(size.height.inPixels)", "role": "img", "aria-label": alternative,
        "preserveAspectRatio": "none", "class": "stack \(size.rawValue)",
      ], rectangles)
  }
}

extension Double {
  /// With at most one digit after the point.
  var inPixels: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
