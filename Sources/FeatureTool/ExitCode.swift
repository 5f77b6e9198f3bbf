/// What a finished command says to the shell.
package enum ExitCode: Int32, Hashable, Sendable {
  /// Done.
  case done = 0
  /// It worked, and found problems, differences or failed days.
  case problems = 1
  /// The command line, or a name on it, makes no sense.
  case usage = 2
  /// Another process holds the warehouse.
  case busy = 3
  /// Stopped by an interrupt; the shell's convention is 128 and the signal's number.
  case interrupted = 130
}
