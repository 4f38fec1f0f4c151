public import Guard
public import Journal
import Trace

extension Home {
  /// A guard that asks the person's own rules, as they are now, of what was kept: that it was granted when it was
  /// recorded is not asked again.
  public func sanitizerOfRules() throws -> Sanitizer {
    let scopes = try GrantStore(home: self).grants().map { grant in
      var scope = grant.scope
      (scope.from, scope.until) = (Moment(microseconds: .min), nil)
      return scope
    }
    return Sanitizer(
      scopes: scopes, pseudonyms: Pseudonyms(key: try Keys.recorder(in: self).pseudonymKey), rules: try ownRules())
  }
}
