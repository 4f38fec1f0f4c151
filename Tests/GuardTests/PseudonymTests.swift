import Planted
import Testing
import Trace

@testable import Guard

@Suite("Pseudonyms keep type and equality and nothing else")
struct PseudonymTests {
  /// The first of the reference implementation's test vectors: key 00…0f, messages of rising length 00, 01, ….
  static let vectors: [UInt64] = [
    0x726f_db47_dd0e_0e31, 0x74f8_39c5_93dc_67fd, 0x0d6c_8009_d9a9_4f5a, 0x8567_6696_d7fb_7e2d, 0xcf27_94e0_2771_87b7,
    0x1876_5564_cd99_a68d, 0xcbc9_466e_58fe_e3ce, 0xab02_00f5_8b01_d137, 0x93f5_f579_9a93_2462,
  ]

  @Test("The keyed hash gives the reference's values")
  func reference() {
    for (length, expected) in PseudonymTests.vectors.enumerated() {
      #expect(SipHash.hash([UInt8](0..<UInt8(length)), key: SipKey(0..<16)) == expected)
    }
    #expect(SipHash.hash([UInt8](0..<15), key: SipKey(0..<16)) == 0xa129_ca61_49be_45e5)
  }

  @Test("Equal values stay equal, different ones differ, and another key gives other names")
  func equality() {
    let pseudonyms = Pseudonyms(key: 0..<16)
    #expect(pseudonyms.withhold("anna@example.org", as: .email) == pseudonyms.withhold("anna@example.org", as: .email))
    #expect(pseudonyms.withhold("anna@example.org", as: .email) != pseudonyms.withhold("bert@example.org", as: .email))
    #expect(
      pseudonyms.withhold("Anna@Example.org", as: .email) == pseudonyms.withhold("anna%40example.org", as: .email))
    #expect(pseudonyms.withhold("+49 30 901820", as: .phone) == pseudonyms.withhold("004930901820", as: .phone))
    #expect(pseudonyms.withhold("DE89 3704 0044", as: .iban) == pseudonyms.withhold("de8937040044", as: .iban))
    #expect(pseudonyms.withhold("hunter2", as: .password).description == "‹password›")
    #expect(
      Pseudonyms(key: 1..<17).withhold("anna@example.org", as: .email)
        != pseudonyms.withhold("anna@example.org", as: .email))
  }

  @Test("The textual form is read back as it was written")
  func textualForm() {
    var dice = Dice(seed: 1)
    for kind in [WithheldKind.email, .person, "anything"] {
      let value = Pseudonyms(key: 0..<16).withhold(String(dice.next()), as: kind)
      #expect(Withheld(value.description) == value)
      #expect(Withheld.isContained(in: "before \(value) after"))
    }
    for text in ["", "‹›", "‹a", "a›", "‹a› b", "‹a ›", "‹ a›", "email"] { #expect(Withheld(text) == nil) }
    #expect(!Withheld.isContained(in: "‹ and › and ‹›"))
  }
}
