package dev.firedrill.engine.script;

/// How an `eval` command went.
///
/// @param reason what differs from what is expected; empty where nothing does
public record EvalOutcome(ScriptCommand.Eval eval, String reason) {
  /// {@return whether everything went as expected}
  public boolean passed() {
    return reason.isEmpty();
  }
}
