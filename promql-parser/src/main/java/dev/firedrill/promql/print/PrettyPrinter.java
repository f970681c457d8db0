package dev.firedrill.promql.print;

import dev.firedrill.promql.ast.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prints an expression over several lines, as `promtool promql format` does.
///
/// A node whose text on one line has more bytes than the width is split, wherever it stands; its
/// parts are indented by two blanks more. Selectors and literals are never split.
public final class PrettyPrinter {
  /// The width that Prometheus uses, in bytes.
  public static final int DEFAULT_WIDTH = 100;

  /// More than anybody reads: chains of operators take as many characters as the square of their
  /// operands, since each is indented a level more than the next.
  public static final int DEFAULT_LIMIT = 1 << 28;

  private final int width;
  private final int limit;
  private final @Nullable String source;
  private final StringBuilder out = new StringBuilder();

  private PrettyPrinter(int width, int limit, @Nullable String source) {
    this.width = width;
    this.limit = limit;
    this.source = source;
  }

  /// {@return the text with lines of about [#DEFAULT_WIDTH] bytes, without a newline at the end}
  public static String print(Expr expr) {
    return print(expr, DEFAULT_WIDTH);
  }

  /// {@return the text with nodes of more than `width` bytes split, without a newline at the end}
  public static String print(Expr expr, int width) {
    return print(expr, width, null);
  }

  /// {@return the text with nodes of more than `width` bytes split, numbers as they are written}
  ///
  /// @param source what the expression was parsed from; null to write numbers out
  public static String print(Expr expr, int width, @Nullable String source) {
    PrettyPrinter printer = new PrettyPrinter(width, Integer.MAX_VALUE, source);
    printer.append(expr, 0);
    return printer.out.toString();
  }

  /// {@return the text as above; empty where it has about `limit` characters or more}
  ///
  /// @param source what the expression was parsed from; null to write numbers out
  public static Optional<String> printUpTo(
      int limit, Expr expr, int width, @Nullable String source) {
    PrettyPrinter printer = new PrettyPrinter(width, limit, source);
    try {
      printer.append(expr, 0);
      return Optional.of(printer.out.toString());
    } catch (TooLong _) {
      return Optional.empty();
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("too long", null, false, false);
    }
  }

  private void append(Expr expr, int level) {
    switch (expr) {
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.InstantSelector _,
          Expr.RangeSelector _ -> {
        indent(level);
        out.append(Printer.print(expr, source));
      }
      case Expr.Unary unary -> {
        indent(level);
        out.append(unary.sign().symbol());
        appendTrimmed(unary.operand(), level);
      }
      case Expr.Subquery subquery -> appendSubquery(subquery, level);
      case Expr.Binary binary -> appendChain(binary, level);
      case Expr.Paren paren -> appendBracketed(paren, level, "", paren.inner());
      case Expr.Call call ->
          appendBracketed(
              call, level, call.function().name(), call.arguments().toArray(Expr[]::new));
      case Expr.Aggregation aggregation -> {
        StringBuilder head = new StringBuilder();
        Printer.appendHead(head, aggregation);
        appendBracketed(aggregation, level, head, aggregation.parameter(), aggregation.operand());
      }
    }
  }

  private void appendTrimmed(Expr expr, int level) {
    int start = out.length();
    append(expr, level);
    int end = start;
    while (end < out.length() && out.charAt(end) == ' ') {
      end++;
    }
    out.delete(start, end);
  }

  // Prometheus forgets the indent of a subquery that it does not split.
  private void appendSubquery(Expr.Subquery subquery, int level) {
    String text = onOneLine(subquery);
    if (text != null) {
      out.append(text);
    } else {
      append(subquery.inner(), level);
      out.append(SelectorText.suffix(subquery));
    }
  }

  // Left operands go deeper with every operator, too deep for recursion in long chains.
  private void appendChain(Expr.Binary last, int level) {
    Deque<Expr.Binary> split = new ArrayDeque<>();
    Expr left = last;
    String text = null;
    while (left instanceof Expr.Binary binary && (text = onOneLine(binary)) == null) {
      split.push(binary);
      left = binary.left();
    }
    int depth = level + split.size();
    if (text != null) {
      indent(depth);
      out.append(text);
    } else {
      append(left, depth);
    }
    while (!split.isEmpty()) {
      Expr.Binary binary = split.pop();
      depth--;
      out.append('\n');
      indent(depth);
      Printer.appendOperator(out, binary);
      out.append('\n');
      append(binary.right(), depth + 1);
    }
  }

  private void appendBracketed(Expr whole, int level, CharSequence head, @Nullable Expr... parts) {
    indent(level);
    String text = onOneLine(whole);
    if (text != null) {
      out.append(text);
      return;
    }
    out.append(head);
    String separator = "(\n";
    for (Expr part : parts) {
      if (part != null) {
        out.append(separator);
        append(part, level + 1);
        separator = ",\n";
      }
    }
    out.append(parts.length == 0 ? "(\n\n" : "\n");
    indent(level);
    out.append(')');
  }

  private void indent(int level) {
    if (out.length() > limit - 2 * level) {
      throw new TooLong();
    }
    out.repeat("  ", level);
  }

  // null where it is too long
  private @Nullable String onOneLine(Expr expr) {
    String text = Printer.printUpTo(width, expr, source);
    return text == null || byteLength(text) > width ? null : text;
  }

  private static int byteLength(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        // Half of a pair is half of four bytes.
        length += 2;
      } else {
        length += 3;
      }
    }
    return length;
  }
}
