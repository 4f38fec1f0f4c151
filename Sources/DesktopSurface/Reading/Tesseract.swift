import Foundation
import Subprocess
import Surfaces
import SystemPackage

/// The program that reads texts in pictures.
///
/// It is a process of its own: what it takes in memory is gone with it, and what a picture can do to it, it does not do to
/// the recorder. Pixels go to it by a pipe, and never to the disk.
struct Tesseract: Sendable {
  let program: String
  let locale: String?

  /// A crop takes a tenth of a second; one that takes longer is not worth waiting for.
  private static let longest = Duration.seconds(1)
  private static let fallback = "eng"

  /// The languages whose data is installed, by the program's own names, such as `eng`; none where it is not there.
  func languages() async -> [String] {
    guard let list = await output(["--list-langs"], reading: []) else { return [] }
    // The first line says where they are; `osd` is no language.
    return list.split(separator: "\n").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0 != "osd" && !$0.isEmpty }
  }

  /// The language to read in: that of the locale where its data is installed, else English.
  func language(among installed: [String]) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let own = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let wanted = (locale ?? own)?.prefix { $0 != "." && $0 != "@" } ?? ""
    let code = Locale.Language(identifier: String(wanted)).languageCode?.identifier(.alpha3)
    return [code, Self.fallback].lazy.compactMap(\.self).first(where: installed.contains)
  }

  /// The words in a picture, in its own pixels; nil where they cannot be read in time.
  func words(in picture: GreyPicture, _ language: String) async -> [ReadWord]? {
    let arguments = ["stdin", "stdout", "--psm", "6", "--dpi", "288", "-l", language, "tsv"]
    return await output(arguments, reading: picture.portableGreyMap).map { [ReadWord](table: $0) }
  }

  private func output(_ arguments: [String], reading input: [UInt8]) async -> String? {
    // A program that ends while something is written to it must not end this one: the write fails instead.
    signal(SIGPIPE, SIG_IGN)
    return await withTaskGroup(of: String?.self) { group in
      group.addTask { await run(arguments, reading: input) }
      group.addTask {
        try? await Task.sleep(for: Self.longest)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private func run(_ arguments: [String], reading input: [UInt8]) async -> String? {
    do {
      // Its threads are slower together than one alone on a crop.
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
        environment: .inherit.updating(["OMP_THREAD_LIMIT": "1"]), input: .array(input),
        output: .string(limit: 1 << 20), error: .discarded)
      return result.terminationStatus.isSuccess ? result.standardOutput : nil
    } catch {
      // It is not there, was late, or said more than a crop can hold: nothing was read.
      return nil
    }
  }
}

extension Desktop {
  /// The languages in which texts in pictures can be read, such as `eng`; none where `tesseract` is not installed.
  public static func languagesRead(_ settings: ReadingSettings = ReadingSettings()) async -> [String] {
    guard let program = settings.program else { return [] }
    return await Tesseract(program: program, locale: settings.locale).languages()
  }
}
