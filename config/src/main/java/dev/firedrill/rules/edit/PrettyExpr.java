package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ExprComments;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.PrettyPrinter;
import java.util.List;

/// The form in which Prometheus prints an expression, with the comments before and after it.
///
/// @param text one or several lines, without a line break at the end
/// @param commented whether there are comments in it, so that it cannot stand on one line
record PrettyExpr(String text, boolean commented) {
  /// {@return whether comments stand within an expression, where the form has no place for them}
  static boolean isPossible(ExprComments comments) {
    return comments.within().isEmpty();
  }

  static PrettyExpr of(Parsed parsed, ExprComments comments, ExprFormat format) {
    String pretty =
        format.keepNumbers()
            ? PrettyPrinter.print(parsed.expr(), format.width(), parsed.text())
            : PrettyPrinter.print(parsed.expr(), format.width());
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
