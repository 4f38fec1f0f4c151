import Foundation

/// What is fuzzed: a reader of what others wrote, and what must hold whatever they wrote.
///
/// A target takes any bytes at all. It returns where everything holds, and traps where something does not.
enum Target: String, CaseIterable {
  /// Texts through the redactor.
  case redactor
  /// The person's rules, with a page they are applied to.
  case rules
  /// Events through the guard and back.
  case events
  /// What a browser says over its pipe.
  case devtools
  /// What a page's recorder says.
  case reports
  /// Pictures as a browser takes them, to be painted over.
  case pictures
  /// Logs and tables to be read in.
  case xes, ocel, csv
  /// Receipts of grants, and the ledger they are noted in.
  case receipts, ledger, proofs
  /// Recovery keys, key files and sealed keys.
  case keys
  /// What distilling makes of what pages are called and hold.
  case distill

  func take(_ bytes: Data) {
    switch self {
    case .redactor: fuzzRedactor(bytes)
    case .rules: fuzzRules(bytes)
    case .events: fuzzEvents(bytes)
    case .devtools: fuzzDevTools(bytes)
    case .reports: fuzzReports(bytes)
    case .pictures: fuzzPictures(bytes)
    case .xes: fuzzXES(bytes)
    case .ocel: fuzzOCEL(bytes)
    case .csv: fuzzCSV(bytes)
    case .receipts: fuzzReceipts(bytes)
    case .ledger: fuzzLedger(bytes)
    case .proofs: fuzzProofs(bytes)
    case .keys: fuzzKeys(bytes)
    case .distill: fuzzDistill(bytes)
    }
  }
}

/// The target that this process fuzzes: named by the environment, since libFuzzer has the arguments.
private let target: Target = {
  let name = ProcessInfo.processInfo.environment["UNDERSTUDY_FUZZ"] ?? ""
  guard let target = Target(rawValue: name) else {
    let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("UNDERSTUDY_FUZZ names no target (\(name)): \(names).")
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  target.take(Data(bytes: start, count: count))
  return 0
}
