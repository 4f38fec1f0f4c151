/// One thing an element can be recognised by, with what is known about it before any page was seen.
enum Trait: Int, CaseIterable, Sendable {
  case role, tag, type
  case name, text, label, title, placeholder, alternative
  case testID, id, formName, autocomplete, destination
  case style, others
  case path, anchoredPath, heading
  /// The regions of the page it is in: banner, navigation, main, content information.
  case regions
  case row, rowIndex, column, columnIndex
  case position, size, shape
  case neighbours, options

  /// Traits that tend to agree or differ together. Within a group each further witness counts half the one before,
  /// so that one fact told three ways is not taken for three facts.
  enum Group: Int, CaseIterable, Sendable {
    case kind, wording, identity, style, structure, regions, table, geometry, neighbourhood
  }

  var group: Group {
    switch self {
    case .role, .tag, .type: .kind
    case .name, .text, .label, .title, .placeholder, .alternative: .wording
    case .testID, .id, .formName, .autocomplete, .destination: .identity
    case .style, .others: .style
    case .path, .anchoredPath, .heading: .structure
    case .regions: .regions
    case .row, .rowIndex, .column, .columnIndex: .table
    case .position, .size, .shape: .geometry
    case .neighbours, .options: .neighbourhood
    }
  }

  /// Whether it tells an element from those of its kind: the buttons of one bar share their looks and their place in
  /// the structure, not their names.
  var tellsSiblingsApart: Bool {
    switch self {
    case .row, .rowIndex, .position, .neighbours: true
    default: group == .wording || group == .identity
    }
  }

  /// The probability that the trait is the same when the same element is met again after its site changed.
  ///
  /// Where it was measured (10,377 element revisions, Similo replication of TU Munich, arXiv 2505.16424), the measured
  /// value; else that of the nearest relative.
  var stability: Double {
    switch self {
    case .role: 0.96
    case .tag: 0.99
    case .type: 0.96
    case .name, .text: 0.95
    case .label: 0.82
    case .title, .placeholder, .alternative: 0.82
    case .testID: 0.95
    case .id: 0.87
    case .formName: 0.95
    case .autocomplete: 0.95
    case .destination: 0.88
    case .style, .others: 0.80
    case .path: 0.54
    case .anchoredPath: 0.79
    case .heading: 0.80
    case .regions: 0.90
    case .row, .column: 0.90
    case .rowIndex: 0.35
    case .columnIndex: 0.80
    case .position: 0.35
    case .size: 0.75
    case .shape: 0.83
    case .neighbours: 0.53
    case .options: 0.80
    }
  }

  /// The probability that the trait is the same after the page was built anew: then looks and places change together,
  /// while what an element is about mostly stays.
  var stabilityWhenRebuilt: Double {
    switch group {
    case .wording: 0.85
    case .kind: 0.7
    case .identity: 0.4
    case .table, .regions: 0.5
    case .style, .structure, .geometry, .neighbourhood: 0.1
    }
  }

  /// How often it is changed for anything when it changes, and not a little: words say the same in other words, looks and
  /// places of a page that was built anew have little to do with those before.
  func renewal(whenRebuilt isRebuilt: Bool) -> Double { group == .wording ? 0 : isRebuilt ? 0.9 : 0.5 }

  /// The share of other elements of a page that agree in it by chance, before the page is looked at.
  var coincidence: Double {
    switch self {
    case .role, .tag, .type, .regions: 0.30
    case .autocomplete, .style, .others, .heading, .column, .columnIndex, .anchoredPath: 0.10
    case .rowIndex, .shape, .size: 0.10
    case .row, .path: 0.05
    case .name, .text, .label, .title, .placeholder, .alternative, .destination, .formName, .neighbours, .options: 0.02
    case .position: 0.02
    case .testID, .id: 0.01
    }
  }

  /// Whether it says in words what the element is about, and so changes with the value that names the element.
  var followsName: Bool {
    switch self {
    case .name, .text, .title, .alternative, .testID, .id, .destination, .row, .rowIndex, .path, .anchoredPath: true
    case .position, .size, .shape, .neighbours, .others: true
    default: false
    }
  }

  /// Whether it changes with the row in which the element stands.
  var followsRow: Bool {
    switch self {
    case .testID, .id, .destination, .row, .rowIndex, .path, .anchoredPath, .position, .neighbours, .others: true
    default: false
    }
  }
}
