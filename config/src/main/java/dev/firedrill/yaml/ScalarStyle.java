package dev.firedrill.yaml;

/// How a scalar is written.
public enum ScalarStyle {
  /// Without any quotes.
  PLAIN,
  /// In single quotes.
  SINGLE_QUOTED,
  /// In double quotes, with escapes.
  DOUBLE_QUOTED,
  /// A block after `|`: line breaks are kept.
  LITERAL,
  /// A block after `>`: lines are joined by spaces.
  FOLDED;

  /// {@return whether the scalar is an indented block}
  public boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
