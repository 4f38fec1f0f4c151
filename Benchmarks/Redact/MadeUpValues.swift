import Foundation

/// Values as they stand in people's work, made up from a seed: each with its checksum right, and none of anybody.
struct MadeUpValues {
  var dice: Dice

  mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &dice)] }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &dice)) }.joined()
  }

  mutating func letters(_ count: Int, of alphabet: String = MadeUpValues.mixed) -> String {
    let alphabet = Array(alphabet)
    return String((0..<count).map { _ in pick(alphabet) })
  }

  static let mixed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
  static let hex = "0123456789abcdef"
  static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

  // MARK: - Patterns

  mutating func email() -> String {
    let first = pick(["dana", "o.keefe", "k_lindqvist", "reiko", "amadou.ba", "zoe-marie", "t.nguyen", "info", "ap"])
    let domain = pick([
      "brightwell.co", "nordkai.no", "stadt-lueneburg.de", "atelier-3.fr", "mail.quantos.io", "uni.ac.jp",
    ])
    return "\(first)\(pick(["", "", "+orders", digits(2)]))@\(domain)"
  }

  mutating func phone() -> String {
    let (a, b, c, d) = (digits(3), digits(4), digits(2), digits(2))
    return switch Int.random(in: 0..<6, using: &dice) {
    case 0: "+1 (4\(digits(2))) 55\(digits(1))-\(b)"
    case 1: "+49 30 \(a)\(b)"
    case 2: "+44 20 7\(a) \(b)"
    case 3: "+33 6 \(c) \(d) \(digits(2)) \(digits(2))"
    case 4: "+47 4\(c.prefix(1))\(d) \(digits(2)) \(digits(2)) ".trimmingCharacters(in: .whitespaces)
    default: "+81-3-5\(a)-\(b)"
    }
  }

  mutating func card() -> String {
    let (prefix, length) = pick([("4", 16), ("51", 16), ("2720", 16), ("34", 15), ("6011", 16), ("3566", 16)])
    let body = prefix + digits(length - prefix.count - 1)
    let sum = body.reversed().enumerated().reduce(0) { sum, pair in
      let digit = pair.element.wholeNumberValue ?? 0
      let doubled = pair.offset % 2 == 0 ? digit * 2 : digit
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    let number = body + "\((10 - sum % 10) % 10)"
    let separator = pick(["", " ", "-"])
    let sizes = length == 15 ? [4, 6, 5] : [4, 4, 4, 4]
    var rest = number[...]
    return sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return String(rest.prefix(size))
    }.joined(separator: separator)
  }

  mutating func iban() -> String {
    let (country, account) = pick([
      ("DE", digits(18)), ("NL", "INGB" + digits(10)), ("GB", "NWBK" + digits(14)), ("AT", digits(16)),
      ("BE", digits(12)),
      ("NO", digits(11)), ("CH", digits(17)), ("PL", digits(24)), ("IE", "AIBK" + digits(14)),
    ])
    let remainder = (account + country + "00").reduce(0) { remainder, sign in
      let value = sign.wholeNumberValue ?? Int(sign.asciiValue ?? 65) - 55
      return (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    let check = String(format: "%02d", 98 - remainder)
    let whole = Array(country + check + account)
    guard Bool.random(using: &dice) else { return String(whole) }
    return stride(from: 0, to: whole.count, by: 4).map { String(whole[$0..<min($0 + 4, whole.count)]) }
      .joined(separator: " ")
  }

  mutating func socialSecurity() -> String {
    "\(Int.random(in: 101...665, using: &dice))-\(Int.random(in: 11...99, using: &dice))-\(Int.random(in: 1000...9999, using: &dice))"
  }

  mutating func network() -> String {
    Bool.random(using: &dice)
      ? "\(Int.random(in: 11...197, using: &dice)).\(Int.random(in: 0...255, using: &dice)).\(digits(2)).\(Int.random(in: 1...254, using: &dice))"
        .replacingOccurrences(of: ".0", with: ".1")
      : "2a0\(letters(1, of: "1234567")):\(letters(3, of: Self.hex)):\(letters(4, of: Self.hex))::\(letters(2, of: Self.hex))"
  }

  // MARK: - Secrets

  /// As people choose them, as rules make them choose them, and as managers make them.
  mutating func password() -> String {
    let word = pick(["Herbst", "orchid", "Basalt", "Juniper", "kestrel", "Toulouse", "mango", "Vantage"])
    return switch Int.random(in: 0..<5, using: &dice) {
    case 0: "\(word)\(digits(4))\(pick(["!", "#", "?", "*"]))"
    case 1: "\(word)-\(pick(["river", "stone", "amber"]))-\(digits(2))"
    case 2: letters(Int.random(in: 10...20, using: &dice))
    case 3: letters(6) + pick(["%", "+", "^", "=", "~"]) + letters(6)
    default: word.replacingOccurrences(of: "a", with: "@").replacingOccurrences(of: "o", with: "0") + digits(3)
    }
  }

  /// A token that says by how it begins whose it is, and what kind that is.
  mutating func prefixed() -> (text: String, kind: String) {
    pick([
      ("ghp_" + letters(36), "github-pat"), ("gho_" + letters(36), "github-oauth"),
      ("github_pat_" + letters(22) + "_" + letters(59), "github-fine"), ("glpat-" + letters(20), "gitlab-pat"),
      ("xoxb-\(digits(12))-\(digits(12))-\(letters(24))", "slack-bot"), ("sk_live_" + letters(24), "stripe-live"),
      ("rk_live_" + letters(24), "stripe-restricted"),
      ("AKIA" + letters(16, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), "aws-akid"),
      ("AIza" + letters(35), "google-api"), ("npm_" + letters(36), "npm"), ("hf_" + letters(34), "hf"),
      ("SG.\(letters(22)).\(letters(43))", "sendgrid"), ("dop_v1_" + letters(64, of: Self.hex), "digitalocean"),
      ("shpat_" + letters(32, of: Self.hex), "shopify"), ("dckr_pat_" + letters(27), "docker"),
      ("lin_api_" + letters(40), "linear"), ("hvs." + letters(24), "vault"), ("figd_" + letters(40), "figma"),
      ("PMAK-\(letters(24, of: Self.hex))-\(letters(34, of: Self.hex))", "postman"),
      ("sk-proj-" + letters(48), "openai"), ("sk-ant-api03-" + letters(93) + "AA", "anthropic"),
      ("pypi-AgEIcHlwaS5vcmc" + letters(60), "pypi"), ("ATATT3xFfGF0" + letters(180), "atlassian"),
      ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIi\(letters(40)).\(letters(43))", "jwt"),
    ])
  }
}
