import Foundation
import Surfaces
import Trace

extension AccessibilityBus {
  /// Whether a process is not on the accessibility bus, so that its windows have no elements.
  ///
  /// False where that is not known: one that is there and does not answer counts as secret, and so does one that nobody
  /// tells of in time.
  nonisolated func isAbsent(_ process: Int32) async -> Bool {
    let deadline = Deadline.after(limit)
    return await lookForConnection(of: process, until: deadline)
  }

  private func lookForConnection(of process: Int32, until deadline: Deadline) -> Bool {
    do {
      let list = try ask(.names, until: deadline)
      // Any connection counts: a program that starts is on the bus before it is among those that tell of elements.
      guard let names = list.first?.list?.compactMap(\.string).filter({ $0.hasPrefix(":") }) else { return false }
      let answers = try ask(names.map(BusCall.process(of:)), until: deadline)
      return answers.allSatisfy { answer in
        switch answer {
        case .values: answer.first?.integer.map { $0 != Int(process) && !Self.isProxy($0) } ?? false
        // It has just left the bus.
        case .refused(let error): error == "org.freedesktop.DBus.Error.NameHasNoOwner"
        case .late: false
        }
      }
    } catch {
      // Whatever the reason: it is not known.
      return false
    }
  }

  /// Whether a process is on the bus for one in a sandbox, which has another number there than its windows say.
  private static func isProxy(_ process: Int) -> Bool {
    (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) == "xdg-dbus-proxy\n"
  }
}
