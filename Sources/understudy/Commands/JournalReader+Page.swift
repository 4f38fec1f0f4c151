import Foundation
import Journal
import Synchronization
import Trace

extension JournalReader {
  /// A page with the pictures it asks for: written once to learn which, and again with them.
  func page(_ write: ((Frame) -> Data?) -> String) async -> String {
    let wanted = Mutex<[Frame]>([])
    _ = write { frame in
      wanted.withLock { $0.append(frame) }
      return nil
    }
    var pictures: [String: Data] = [:]
    for frame in wanted.withLock({ $0 }) where pictures[frame.id] == nil {
      pictures[frame.id] = await pixels(of: frame)
    }
    return write { pictures[$0.id] }
  }
}
