import Crypto
import Foundation
import Guard
import Trace

extension Receipt {
  static func digest(_ bytes: Data) -> String { SHA256.hash(data: bytes).hexadecimal }

  static func processing(_ purpose: Journal.Purpose, of grant: Grant, controller: String) -> Purpose {
    Purpose(
      purpose: purpose.description, purposeType: purpose.vocabularyTerm, lawfulBasis: "dpv:Consent",
      piiInformation: information(of: grant.scope), piiControllers: [purpose.recipient ?? controller],
      collectionMethod: "dpv:DataCollectedFromDataSubject", processingLocations: ["the person's own machine"],
      recipientThirdParties: purpose.recipient.map { [$0] } ?? [],
      retentionPeriod: grant.kept[purpose].map { "\($0) days" } ?? "until withdrawn or erased",
      withdrawalMethod: "understudy grant --withdraw \(grant.id) --for \(purpose)",
      privacyRights: ["access", "erasure", "portability", "withdrawal"])
  }

  static func event(
    _ state: String, at moment: Moment, of grant: Grant, for purpose: Journal.Purpose? = nil, by name: String
  ) -> Event {
    Event(
      eventTime: timestamp(moment), eventType: "dpv:Consent", eventState: state, entityId: name,
      validityDuration: grant.scope.until.map { "\(timestamp(grant.scope.from))/\(timestamp($0))" }
        ?? "until withdrawn",
      purpose: purpose?.description)
  }

  private static func information(of scope: Scope) -> [String] {
    ["actions and elements on: " + scope.places.map(\.description).joined(separator: ", ")]
      + (scope.excluded.isEmpty ? [] : ["not on: " + scope.excluded.map(\.description).joined(separator: ", ")])
      + [
        scope.keepsFrames ? "pictures of windows" : "no pictures",
        scope.keepsText ? "prose" : "of prose its length and shape",
      ]
  }

  private static func timestamp(_ moment: Moment) -> String {
    Date(timeIntervalSince1970: moment.seconds).formatted(.iso8601)
  }
}

extension Purpose {
  /// Who receives the work, for a release.
  var recipient: String? {
    if case .release(let recipient) = self { recipient } else { nil }
  }

  /// The nearest term of the Data Privacy Vocabulary.
  var vocabularyTerm: String {
    switch self {
    case .record: "dpv:RecordManagement"
    case .learn: "dpv:Personalisation"
    case .perform: "dpv:ServiceProvision"
    case .release: "dpv:FulfilmentOfContractualObligation"
    case .train: "dpv:ResearchAndDevelopment"
    case .aggregate: "dpv:ServiceOptimisation"
    }
  }
}
