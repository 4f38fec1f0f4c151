import Trace

extension BrowserContract {
  static let fileCases: [ContractCase<BrowserHand>] = [
    ContractCase(
      "A download has a name and a size", start: "contract.html",
      expected: events(
        did(.click(Click()), report), followed(.download(FileDescription(name: "report.csv", size: 32))))
    ) { try await $0.click("#report") },

    ContractCase(
      "An upload has a name, a type and a size", start: "contract.html",
      expected: events(
        did(
          .upload([FileDescription(name: "report.csv", mediaType: "text/csv", size: 32)]), attachment))
    ) { try await $0.choose([pages + "/report.csv"], in: "#file") },
  ]
}
