package dev.firedrill.cli.report;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.PrettyPrinter;

/// An expression pretty-printed for standard output.
public final class PrettyText {
  private PrettyText() {}

  /// {@return the text, without a newline at the end}
  ///
  /// @param width what is longer, in bytes, is broken
  /// @throws CommandException when it would not fit into memory
  public static String of(Expr expr, int width) {
    return PrettyPrinter.printUpTo(PrettyPrinter.DEFAULT_LIMIT, expr, width, null)
        .orElseThrow(
            () ->
                new CommandException(
                    "the expression is too long to be pretty-printed: each operand is indented a"
                        + " level more than the next; take parts of it out into recording rules"));
  }
}
