package dev.firedrill.template.run;

/// Ends the run of a template. Never leaves the package.
final class ExecutionFailure extends RuntimeException {
  private final String words;

  ExecutionFailure(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  /// {@return the whole message, from `template:` on}
  String words() {
    return words;
  }
}
