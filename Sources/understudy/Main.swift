import ArgumentParser
import Foundation
import Journal

@main
enum Main {
  static func main() async {
    Keys.closeMemory()
    do {
      var command = try Understudy.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(error) else {
        Understudy.exit(withError: error)
      }
      FileHandle.standardError.write(Data("understudy: \(failure.reason)\n".utf8))
      exit(failure.status.rawValue)
    }
  }
}
