import Trace

extension RuleTable {
  /// Numbers with check digits or a form of their own. The first that fits is taken.
  static let numbers: [Rule] = [
    Rule(
      name: "payment card", kind: .card,
      form: .number(
        NumberForm(digits: 12...19, topic: .card, notAfter: [.reference]) {
          $0.sizes.allSatisfy((2...19).contains) && !$0.isInternational && Issuer.issues($0.digits)
            && Checksum.luhn($0.digits)
        }),
      finds: [
        "⟦4111 1111 1111 1111⟧", "card ⟦5500005555555559⟧", "⟦3782-822463-10005⟧", "(⟦6011000990139424⟧)",
        "⟦3530111333300000⟧", "⟦30569309025904⟧",
      ],
      passes: [
        "4111 1111 1111 1112", "tracking 6011859672999803", "tracking number 4111111111111111", "1234567812345670",
      ]),
    Rule(
      name: "payment card by its word", kind: .card,
      form: .number(
        NumberForm(digits: 12...19, topic: .card, needsWord: true) {
          !$0.isInternational && Checksum.luhn($0.digits) && Set($0.digits).count > 1
        }),
      finds: ["the last transaction of card ⟦3590730093437731⟧", "cc ⟦587428561654⟧"], passes: ["card 1234567812345678"]
    ),
    Rule(
      name: "US social security number", kind: .identity,
      form: .number(
        NumberForm(digits: 9...9, topic: .identity, notAfter: [.reference]) {
          $0.isGrouped(3, 2, 4, by: "- .") && isSocialSecurityNumber($0)
        }),
      finds: ["SSN ⟦123-45-6789⟧", "⟦574 21 3345⟧", "⟦912-71-1234⟧"],
      passes: ["000-12-3456", "666-12-3456", "123-00-4567", "123-45-0000"]),
    Rule(
      name: "US social security number without marks", kind: .identity,
      form: .number(
        NumberForm(digits: 9...9, topic: .identity, needsWord: true) { $0.sizes == [9] && isSocialSecurityNumber($0) }),
      finds: ["social security number: ⟦123456789⟧"], passes: ["order 123456789"]),
    Rule(
      name: "document number in groups by its word", kind: .identity,
      form: .number(
        NumberForm(digits: 7...14, topic: .identity, needsWord: true) { !$0.isInternational && !isDate($0) }),
      finds: ["passport ⟦12 3456789⟧", "NHS number ⟦943 476 5919⟧", "DNI: ⟦12 345 678⟧"], passes: ["943 476 5919 EUR"]),
    Rule(
      name: "French social security number", kind: .identity,
      form: .number(
        NumberForm(digits: 15...15, topic: .identity) {
          [1, 2].contains($0.digits[0]) && (1...12).contains(Int($0.digits[3]) * 10 + Int($0.digits[4]))
            && 97 - Checksum.remainder($0.digits.prefix(13), modulo: 97)
              == Checksum.remainder($0.digits.suffix(2), modulo: 100)
        }),
      finds: ["⟦2 55 08 14 168 025 38⟧", "⟦255081416802538⟧"], passes: ["255081416802539"]),
    Rule(
      name: "Brazilian CPF", kind: .identity,
      form: .number(NumberForm(digits: 11...11, topic: .identity) { $0.sizes == [3, 3, 3, 2] && isCPF($0.digits) }),
      finds: ["⟦111.444.777-35⟧"], passes: ["111.444.777-36", "111.111.111-11"]),
    Rule(
      name: "Swiss AHV number", kind: .identity,
      form: .number(
        NumberForm(digits: 13...13, topic: .identity) {
          $0.digits.starts(with: [7, 5, 6])
            && Checksum.weighted($0.digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], modulo: 10) == 0
        }),
      finds: ["⟦756.9217.0769.85⟧"], passes: ["756.9217.0769.84"]),
    Rule(
      name: "Aadhaar number", kind: .identity,
      form: .number(
        NumberForm(digits: 12...12, topic: .identity) {
          $0.isGrouped(4, 4, 4, by: " ") && $0.digits[0] > 1 && Checksum.verhoeff($0.digits)
        }),
      finds: ["⟦2341 2341 2346⟧"], passes: ["2341 2341 2347"]),
    Rule(
      name: "Polish PESEL", kind: .identity,
      form: .number(
        NumberForm(digits: 11...11, topic: .identity, notAfter: [.phone, .reference]) {
          $0.sizes == [11] && isPESEL($0.digits)
        }),
      finds: ["⟦44051401359⟧"], passes: ["44051401358", "44951401359"]),
    Rule(
      name: "Swedish personal number", kind: .identity,
      form: .number(
        NumberForm(digits: 10...12, topic: .identity, notAfter: [.reference]) {
          ($0.isGrouped(6, 4, by: "-") || $0.isGrouped(8, 4, by: "-")) && isBirthday($0.digits.suffix(10))
            && Checksum.luhn($0.digits.suffix(10))
        }),
      finds: ["⟦811218-9876⟧", "⟦19811218-9876⟧"], passes: ["811218-9875", "819918-9876"]),
    Rule(
      name: "telephone number in international form", kind: .phone,
      form: .number(
        NumberForm(digits: 7...16, topic: .phone) {
          ($0.isInternational
            || $0.digits.starts(with: [0, 0]) && $0.sizes[0] > 1 && $0.sizes.count > 1 && $0.digits.count > 9)
            && $0.sizes.count <= 8
            && $0.sizes[0] <= 15
        }),
      finds: [
        "⟦+49 (0) 2233 04221⟧", "⟦+447700921916⟧", "⟦+1-923-573-9712x3800⟧", "⟦001-744-480-5743x213⟧",
        "tel:⟦+46 (0)8 928 571 38⟧",
        "⟦0049 30 901820⟧", "⟦(+30) 6941 485357⟧",
      ], passes: ["+12 +34", "00 12", "x = 0.092542365541"]),
    Rule(
      name: "telephone number with its area in brackets", kind: .phone,
      form: .number(
        NumberForm(digits: 7...12, topic: .phone, notAfter: [.reference]) {
          $0.isBracketed && !$0.isInternational && (2...5).contains($0.sizes[0]) && $0.sizes.count > 1
            && $0.sizes.dropFirst().allSatisfy { $0 > 1 }
        }),
      finds: ["⟦(0114) 4960182⟧", "⟦(602)272-9781⟧", "⟦(37) 788-063⟧"], passes: ["(12) 3", "(2024) and 12345"]),
    Rule(
      name: "North American telephone number", kind: .phone,
      form: .number(
        NumberForm(digits: 10...11, topic: .phone, notAfter: [.reference]) { number in
          let local = number.digits.suffix(10)
          let isGrouped = number.sizes == [3, 3, 4] || number.sizes == [1, 3, 3, 4] && number.digits[0] == 1
          return isGrouped && (number.sizes.count == 4 || (local.first ?? 0) > 1 && local[local.startIndex + 3] > 1)
            && number.separators.allSatisfy { !$0.contains(UInt8(ascii: "/")) }
        }),
      finds: ["⟦201-948-1927⟧", "⟦259.735.7502x459⟧", "⟦1-650-253-0000⟧", "⟦1 (655) 222-9026⟧", "⟦212 555 0142⟧"],
      passes: ["101-148-1927", "SKU 521-811-7612"]),
    Rule(
      name: "telephone number with a leading zero", kind: .phone,
      form: .number(
        NumberForm(digits: 8...11, topic: .phone, notAfter: [.reference, .version]) {
          $0.digits[0] == 0 && $0.digits[1] != 0 && $0.sizes.count > 1 && (2...6).contains($0.sizes[0]) && !isDate($0)
            && $0.sizes.dropFirst().allSatisfy { (2...8).contains($0) }
        }),
      finds: ["⟦0494 92 82 32⟧", "⟦01.84.17.61.18⟧", "⟦0393 1144137⟧", "⟦030/901820⟧", "⟦079 2718 1155⟧"],
      passes: ["01.02.2024", "0.12345678", "02/03/2024"]),
    Rule(
      name: "telephone number by its word", kind: .phone,
      form: .number(
        NumberForm(digits: 5...13, topic: .phone, needsWord: true) { number in
          !isDate(number) && number.sizes.count <= 6 && (number.sizes.count == 1 ? number.digits.count >= 6 : true)
            && number.sizes.count { $0 < 2 } <= (number.digits.count > 7 ? 1 : 0)
        }),
      finds: [
        "call ⟦662 403 417⟧ before noon", "Phone:\n⟦451 5986⟧", "⟦781 1704⟧ office", "Fax: ⟦9498777106⟧",
        "Telefon ⟦78 651 450⟧",
        "can you call ⟦37919458215⟧ now",
      ], passes: ["call about order 123456", "call on 24.11.2026", "call in 2024"]),
  ]

  // MARK: - Judgements

  private static func isSocialSecurityNumber(_ number: DigitGroups) -> Bool {
    let digits = number.digits.reduce(0) { $0 * 10 + Int($1) }
    let (area, group, serial) = (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000)
    return area != 0 && area != 666 && group != 0 && serial != 0 && (area < 900 || (50...99).contains(group))
  }

  private static func isCPF(_ digits: [UInt8]) -> Bool {
    guard Set(digits).count > 1 else { return false }
    return (9...10).allSatisfy { count in
      let sum = digits.prefix(count).enumerated().reduce(0) { $0 + Int($1.element) * (count + 1 - $1.offset) }
      return sum * 10 % 11 % 10 == Int(digits[count])
    }
  }

  private static func isPESEL(_ digits: [UInt8]) -> Bool {
    let month = Int(digits[2]) * 10 + Int(digits[3])
    return (1...12).contains(month % 20) && (1...31).contains(Int(digits[4]) * 10 + Int(digits[5]))
      && Checksum.weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], modulo: 10) == 0
  }

  /// Whether six digits can be a year, a month and a day.
  private static func isBirthday(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = Array(digits)
    return (1...12).contains(Int(values[2]) * 10 + Int(values[3]))
      && (1...31).contains(Int(values[4]) * 10 + Int(values[5]))
  }

  /// Whether three groups are a date in one of the usual orders.
  static func isDate(_ number: DigitGroups) -> Bool {
    guard number.sizes.count == 3, let separator = number.separator, separator != UInt8(ascii: " ") else {
      return false
    }
    let (first, second, third) = (number.value(0), number.value(1), number.value(2))
    let isDayMonth = (1...31).contains(first) && (1...31).contains(second) && min(first, second) <= 12
    let isMonthDay = (1...12).contains(second) && (1...31).contains(third)
    return number.sizes.prefix(2).allSatisfy { $0 <= 2 } && isDayMonth || number.sizes[0] == 4 && isMonthDay
  }
}
