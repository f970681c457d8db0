package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ExprComments;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.PrettyPrinter;
import java.util.List;
import java.util.Optional;

/// The form in which Prometheus prints an expression, with the comments before and after it.
///
/// @param text one or several lines, without a line break at the end
/// @param commented whether there are comments in it, so that it cannot stand on one line
record PrettyExpr(String text, boolean commented) {
  // In a file that people edit. Each operand of a chain is indented a level more than the next, so
  // that some seven hundred of them take as much.
  private static final int LIMIT = 1 << 20;

  /// {@return whether comments stand within an expression, where the form has no place for them}
  static boolean isPossible(ExprComments comments) {
    return comments.within().isEmpty();
  }

  /// {@return the form; empty where it is longer than a file can take}
  static Optional<PrettyExpr> of(Parsed parsed, ExprComments comments, ExprFormat format) {
    String source = format.keepNumbers() ? parsed.text() : null;
    return PrettyPrinter.printUpTo(LIMIT, parsed.expr(), format.width(), source)
        .map(pretty -> withComments(pretty, parsed, comments));
  }

  private static PrettyExpr withComments(String pretty, Parsed parsed, ExprComments comments) {
    StringBuilder text = new StringBuilder();
    for (Span comment : comments.before()) {
      text.append(line(parsed.text(), comment)).append('\n');
    }
    text.append(pretty);
    List<Span> after = comments.after();
    for (int i = 0; i < after.size(); i++) {
      boolean sameLine = i == 0 && isOnLastLine(parsed.text(), after.getFirst());
      text.append(sameLine ? "  " : "\n").append(line(parsed.text(), after.get(i)));
    }
    return new PrettyExpr(text.toString(), !comments.isEmpty());
  }

  /// {@return whether the text takes more than one line}
  boolean isLong() {
    return text.indexOf('\n') >= 0;
  }

  private static String line(String text, Span comment) {
    return text.substring(comment.start(), comment.end()).stripTrailing();
  }

  private static boolean isOnLastLine(String text, Span comment) {
    int start = text.lastIndexOf('\n', comment.start()) + 1;
    return !text.substring(start, comment.start()).isBlank();
  }
}
