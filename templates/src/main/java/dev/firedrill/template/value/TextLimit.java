package dev.firedrill.template.value;

/// How long a text may get that a template makes: Go would go on until there is no memory left.
public final class TextLimit {
  /// The longest text, in UTF-16 units.
  public static final int MOST = 10_000_000;

  private TextLimit() {}

  /// Ends the template where a text has got too long.
  ///
  /// @param length in UTF-16 units
  public static void check(long length) {
    if (length > MOST) {
      throw new ValueFailure("text is longer than " + MOST + " characters");
    }
  }
}
