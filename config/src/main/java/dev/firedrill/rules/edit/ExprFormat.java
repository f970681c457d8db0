package dev.firedrill.rules.edit;

import dev.firedrill.promql.print.PrettyPrinter;

/// How expressions are formatted.
///
/// @param width how many bytes a part may have before it is broken into lines
/// @param keepNumbers whether numbers stay as they are written, rather than all digits
public record ExprFormat(int width, boolean keepNumbers) {
  /// As Prometheus does it.
  public static final ExprFormat DEFAULT = new ExprFormat(PrettyPrinter.DEFAULT_WIDTH, false);

  /// {@return this with or without numbers as they are written}
  public ExprFormat withKeepNumbers(boolean keep) {
    return new ExprFormat(width, keep);
  }
}
