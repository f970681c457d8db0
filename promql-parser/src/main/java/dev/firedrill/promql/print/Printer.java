package dev.firedrill.promql.print;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints an expression on one line, in the canonical form that Prometheus gives it
/// (`Expr.String()`) and that its rules are evaluated from.
///
/// Matchers are sorted, modifiers moved before the arguments of aggregations, numbers and durations
/// normalised, parentheses kept as they are. The text parses to the same tree. A range, step or
/// offset of a literal 0 milliseconds is nothing, and is dropped.
public final class Printer {
  private final StringBuilder out = new StringBuilder();
  private final int limit;
  private final @Nullable String source;

  private Printer(int limit, @Nullable String source) {
    this.limit = limit;
    this.source = source;
  }

  /// {@return the text of an expression}
  public static String print(Expr expr) {
    return new Printer(Integer.MAX_VALUE, null).append(expr).out.toString();
  }

  /// {@return the text of an expression, its numbers as they are written}
  ///
  /// @param source what the expression was parsed from
  public static String print(Expr expr, @Nullable String source) {
    return new Printer(Integer.MAX_VALUE, source).append(expr).out.toString();
  }

  /// {@return the text of a duration expression inside brackets or after `offset`}
  public static String print(DurationExpr duration) {
    StringBuilder out = new StringBuilder();
    DurationText.appendTo(out, duration);
    return out.toString();
  }

  /// {@return the text of an expression if it has at most `limit` characters; else null, found out
  ///     without printing much more than that}
  ///
  /// @param source what the expression was parsed from, to keep its numbers; null to write them out
  static @Nullable String printUpTo(int limit, Expr expr, @Nullable String source) {
    StringBuilder text = new Printer(limit, source).append(expr).out;
    return text.length() > limit ? null : text.toString();
  }

  private boolean isFull() {
    return out.length() > limit;
  }

  private Printer append(Expr expr) {
    if (isFull()) {
      return this;
    }
    switch (expr) {
      case Expr.NumberLiteral number -> out.append(number(number));
      case Expr.StringLiteral string -> GoQuote.appendTo(out, string.value());
      case Expr.Paren paren -> append("(", paren.inner(), ")");
      case Expr.Unary unary -> append(unary.sign().symbol(), unary.operand(), "");
      case Expr.Binary binary -> appendChain(binary);
      case Expr.Aggregation aggregation -> appendAggregation(aggregation);
      case Expr.Call call -> appendCall(call);
      case Expr.InstantSelector selector -> SelectorText.append(out, selector);
      case Expr.RangeSelector selector -> SelectorText.append(out, selector);
      case Expr.Subquery subquery -> append("", subquery.inner(), SelectorText.suffix(subquery));
    }
    return this;
  }

  private void append(String before, Expr expr, String after) {
    out.append(before);
    append(expr).out.append(after);
  }

  // Operators of equal precedence make trees as deep on the left as the text is long.
  private void appendChain(Expr.Binary last) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr first = last;
    while (first instanceof Expr.Binary binary && chain.size() <= limit) {
      chain.push(binary);
      first = binary.left();
    }
    if (chain.size() > limit) {
      // Too many operators to fit: no need to look at all of them each time one asks.
      out.repeat(' ', limit + 1);
      return;
    }
    append(first);
    while (!chain.isEmpty() && !isFull()) {
      Expr.Binary binary = chain.pop();
      out.append(' ');
      appendOperator(out, binary);
      out.append(' ');
      append(binary.right());
    }
  }

  private void appendAggregation(Expr.Aggregation aggregation) {
    appendHead(out, aggregation);
    out.append('(');
    Expr parameter = aggregation.parameter();
    if (parameter != null) {
      append("", parameter, ", ");
    }
    append("", aggregation.operand(), ")");
  }

  private void appendCall(Expr.Call call) {
    out.append(call.function().name()).append('(');
    String separator = "";
    for (Expr argument : call.arguments()) {
      append(separator, argument, "");
      separator = ", ";
    }
    out.append(')');
  }

  private String number(Expr.NumberLiteral number) {
    String text = source;
    if (text != null && !number.duration()) {
      String written = text.substring(number.span().start(), number.span().end());
      // A blank or comment may stand behind the sign.
      if (written.chars().noneMatch(c -> c <= ' ' || c == '#')) {
        return written;
      }
    }
    return number.duration() ? DurationText.seconds(number.value()) : GoFloat.plain(number.value());
  }

  /// Appends the name of an aggregation with its grouping: `sum`, or `sum by (a, b) ` with a blank
  /// at the end.
  static void appendHead(StringBuilder out, Expr.Aggregation aggregation) {
    out.append(aggregation.operator().keyword());
    Grouping grouping = aggregation.grouping();
    if (grouping.without()) {
      appendLabels(out.append(" without "), grouping.labels()).append(' ');
    } else if (!grouping.labels().isEmpty()) {
      appendLabels(out.append(" by "), grouping.labels()).append(' ');
    }
  }

  /// Appends a binary operator with everything written after it: `* on (a) group_left () fill (0)`.
  static void appendOperator(StringBuilder out, Expr.Binary binary) {
    out.append(binary.operator().symbol());
    if (binary.returnBool()) {
      out.append(" bool");
    }
    VectorMatching matching = binary.matching();
    Cardinality cardinality = matching.cardinality();
    boolean grouped =
        cardinality == Cardinality.MANY_TO_ONE || cardinality == Cardinality.ONE_TO_MANY;
    if (matching.on() || grouped || !matching.labels().isEmpty()) {
      appendLabels(out.append(matching.on() ? " on " : " ignoring "), matching.labels());
    }
    if (grouped) {
      boolean left = cardinality == Cardinality.MANY_TO_ONE;
      appendLabels(out.append(left ? " group_left " : " group_right "), matching.include());
    }
    appendFill(out, matching.fillLeft(), matching.fillRight());
  }

  private static void appendFill(StringBuilder out, @Nullable Double left, @Nullable Double right) {
    if (left != null && right != null && isSame(left, right)) {
      out.append(" fill (").append(GoFloat.plain(left)).append(')');
      return;
    }
    if (left != null) {
      out.append(" fill_left (").append(GoFloat.plain(left)).append(')');
    }
    if (right != null) {
      out.append(" fill_right (").append(GoFloat.plain(right)).append(')');
    }
  }

  // Not-a-number is not the same as itself, and zeros have signs.
  private static boolean isSame(double left, double right) {
    return left == right && Double.compare(left, right) == 0;
  }

  private static StringBuilder appendLabels(StringBuilder out, List<String> labels) {
    String separator = "(";
    for (String label : labels) {
      out.append(separator).append(LabelNames.quotedIfNeeded(label));
      separator = ", ";
    }
    return out.append(labels.isEmpty() ? "()" : ")");
  }
}
