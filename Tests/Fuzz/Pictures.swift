import Foundation
import Trace

@testable import BrowserSurface
@testable import Guard

/// A picture of which a part is painted over: what is left is a picture, and painting over the same part again changes
/// nothing.
func fuzzPictures(_ bytes: Data) {
  _ = JPEGSize(bytes)
  let mask = JPEGMask(covering: [JPEGMask.Pixels(x: 3..<40, y: 20..<30)])
  guard let masked = mask.applied(to: bytes) else { return }
  precondition(mask.applied(to: masked) == masked, "A picture that was painted over can be painted over again.")
  precondition(JPEGMask(covering: []).applied(to: masked) == masked, "A picture changes where nothing is painted over.")
}
