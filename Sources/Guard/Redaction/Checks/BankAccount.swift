/// International bank account numbers (ISO 13616).
enum BankAccount {
  /// How long a country's numbers are, by its two letters.
  static func length(country: String) -> Int? { lengths[country] }

  /// Whether the check digits fit: letters count from A = 10, the first four characters are moved to the end, and the
  /// number leaves 1 modulo 97.
  static func isValid(_ characters: [UInt8]) -> Bool {
    guard characters.count > 4 else { return false }
    var remainder = 0
    for byte in characters[4...] + characters[..<4] {
      if byte.isDigit {
        remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      } else if byte.isUpper {
        remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
      } else {
        return false
      }
    }
    return remainder == 1
  }

  private static let lengths: [String: Int] = Dictionary(
    uniqueKeysWithValues: ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 "
      + "EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 "
      + "KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 "
      + "PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 "
      + "UA29 VA22 VG24 XK20 YE30").split(separator: " ").map { (String($0.prefix(2)), Int($0.dropFirst(2)) ?? 0) })
}
