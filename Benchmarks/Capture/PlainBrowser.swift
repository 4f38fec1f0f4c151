import Foundation
import Subprocess
import SystemPackage

/// The same browser without any of this project: the baseline.
struct PlainBrowser {
  let profile: String
  private let running: Task<Void, any Error>

  init(executable: String?, profile: String, address: String) {
    self.profile = profile
    var arguments = [
      "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
      "--disable-features=Prerender2,Translate", "--password-store=basic", "--remote-debugging-port=0",
      "--window-size=1280,900", "--user-data-dir=\(profile)",
    ]
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    let program = executable ?? "chromium"
    let command = arguments + [address]
    running = Task {
      let executable: Executable = program.contains("/") ? .path(.init(program)) : .name(program)
      _ = try await Subprocess.run(
        executable, arguments: Arguments(command), output: .discarded, error: .discarded)
    }
  }

  func end() async {
    running.cancel()
    _ = await running.result
  }
}
