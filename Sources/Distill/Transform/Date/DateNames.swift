import Trace

/// The names of months and weekdays, in several languages.
enum DateNames {
  static func months(_ language: DateFormatItem.Language) -> [String] {
    switch language {
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    case .german:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
      ]
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ]
    case .spanish:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
      ]
    }
  }

  static func shortMonths(_ language: DateFormatItem.Language) -> [String] {
    switch language {
    case .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    case .german: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]
    case .french: ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"]
    case .spanish: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
    }
  }

  /// From Monday.
  static func weekdays(_ language: DateFormatItem.Language) -> [String] {
    switch language {
    case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    case .german: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    case .french: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    case .spanish: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
    }
  }

  static func shortWeekdays(_ language: DateFormatItem.Language) -> [String] {
    switch language {
    case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    case .german: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    case .french: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]
    case .spanish: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]
    }
  }

  /// Other abbreviations in use, in lower case, with the month's number.
  private static let otherMonths = ["sept": 9, "mrz": 3, "jän": 1, "jänner": 1, "febr": 2]
  private static let otherWeekdays = ["tues": 1, "wednes": 2, "thur": 3, "thurs": 3, "sonnabend": 5]

  /// The number of the month (from 1) that each name, in lower case, stands for.
  static let monthNumbers: [String: Int] = numbers(otherMonths, first: 1) { months($0) + shortMonths($0) }
  /// The number of the weekday (Monday is 0) that each name, in lower case, stands for.
  static let weekdayNumbers: [String: Int] = numbers(otherWeekdays, first: 0) { weekdays($0) + shortWeekdays($0) }

  private static func numbers(
    _ others: [String: Int], first: Int, names: (DateFormatItem.Language) -> [String]
  ) -> [String: Int] {
    var result = others
    for language in DateFormatItem.Language.allCases {
      let names = names(language)
      let length = names.count / 2
      for (index, name) in names.enumerated() where result[name.lowercased()] == nil {
        result[name.lowercased()] = index % length + first
      }
    }
    return result
  }
}
