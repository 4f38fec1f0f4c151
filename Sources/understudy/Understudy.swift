import ArgumentParser

/// The command line: one subcommand a file, under `Commands`.
struct Understudy: AsyncParsableCommand {
  /// The program's version.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "understudy",
    abstract: "Learns work by watching it, with consent and always visibly, and performs it when called.",
    discussion: """
      Everything stays on this machine. Nothing is recorded without a grant, and never without an indicator
      that says so.

      A first round:
        understudy grant --browser https://tracker.example.org
        understudy record
        understudy workflows
        understudy audit
        understudy perform "Enter an invoice" --with rows.csv

      Exit codes are listed in Documentation/command-line.md.
      """,
    version: version,
    subcommands: [
      GrantCommand.self, RecordCommand.self, PauseCommand.self, ResumeCommand.self, StatusCommand.self,
      LearnCommand.self, WorkflowsCommand.self, MapCommand.self, AuditCommand.self, EvaluateCommand.self,
      DocumentCommand.self,
      PerformCommand.self,
      ConsoleCommand.self, ExportCommand.self, ReviewCommand.self, ForgetCommand.self, LedgerCommand.self,
      KeysCommand.self,
      DoctorCommand.self,
    ])
}
