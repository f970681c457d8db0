package dev.firedrill.template.value;

/// What a function of a template reports instead of a result; ends the template.
public final class ValueFailure extends RuntimeException {
  private final String words;

  /// A failure with Go's words.
  public ValueFailure(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  /// {@return Go's words}
  public String words() {
    return words;
  }
}
