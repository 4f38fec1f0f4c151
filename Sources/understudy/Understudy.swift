import ArgumentParser

/// Watches a person's work with their consent, says what a machine would have learned, and performs it when asked.
@main
struct Understudy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understudy",
    abstract: "Learns work by watching it, with consent and always visibly, and performs it when called.")
}
