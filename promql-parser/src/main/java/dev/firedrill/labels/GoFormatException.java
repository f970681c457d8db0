package dev.firedrill.labels;

/// A text that is not in one of Go's forms. The message is Go's or Prometheus's, word for word.
public final class GoFormatException extends IllegalArgumentException {
  /// What is wrong with the text.
  public enum Kind {
    /// The text has another form.
    SYNTAX,
    /// The text has the right form, but its value does not fit.
    RANGE
  }

  private final Kind kind;

  /// An error with its whole message.
  public GoFormatException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// {@return an error of a function of Go's package `strconv`, such as `strconv.ParseInt: parsing
  ///     "x": invalid syntax`}
  static GoFormatException strconv(Kind kind, String function, String text) {
    String reason = kind == Kind.SYNTAX ? "invalid syntax" : "value out of range";
    return new GoFormatException(
        kind, "strconv." + function + ": parsing " + GoQuote.quote(text) + ": " + reason);
  }

  /// {@return what is wrong}
  public Kind kind() {
    return kind;
  }
}
