import ArgumentParser
import Glibc

/// The command.
@main
struct Microclass: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "microclass",
    abstract:
      "Makes a bilingual classroom, quizzes and leaflets from plain Markdown lessons. 用Markdown课文生成双语课堂、练习和宣传单。",
    version: "microclass 1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, PrintCommand.self, FactsCommand.self, NewCommand.self, ServeCommand.self,
      ConfirmCommand.self,
      SignCommand.self, TranslationsCommand.self, VerifyCommand.self,
    ])

  /// Runs the command. Whatever keeps it from running, bad usage included, ends with exit code 2.
  static func main() async {
    // A reader who has gone away is no reason to stop: `microclass check | head` ends with the exit code of `check`.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode where code == .success || code.rawValue <= 2 {
      exit(withError: code)
    } catch {
      let isHelp = exitCode(for: error) == .success
      (isHelp ? Console.output : Console.errors).write(fullMessage(for: error) + "\n")
      exit(withError: isHelp ? ExitCode.success : ExitCode(2))
    }
  }
}
