package dev.firedrill.diagnostic;

/// How diagnostics are shown as text.
///
/// @param colours whether ANSI colours are used
/// @param width the most columns of a source line to show; at least 40
/// @param masking what hides secrets
public record TextStyle(boolean colours, int width, Masking masking) {
  /// Without colours, for lines of up to 120 columns, nothing hidden.
  public static final TextStyle PLAIN = new TextStyle(false, 120, Masking.NONE);

  public TextStyle {
    if (width < 40) {
      throw new IllegalArgumentException("too narrow: " + width);
    }
  }

  /// {@return this with or without colours}
  public TextStyle withColours(boolean on) {
    return new TextStyle(on, width, masking);
  }

  /// {@return this with secrets hidden}
  public TextStyle withMasking(Masking other) {
    return new TextStyle(colours, width, other);
  }
}
