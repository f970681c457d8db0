package dev.firedrill.cli.report;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// An expression's tree for people: a line for each node with what it is, its type, and its text.
///
/// ```
/// comparison > (instant vector): sum(rate(x[5m])) > 5
/// ├─ aggregation sum (instant vector): sum(rate(x[5m]))
/// ```
///
/// @param notes lines to put below the line of a node
public record ExprTree(Parsed parsed, Function<Expr, List<String>> notes) implements Report {
  private static final int WIDTH = 100;

  /// A tree without notes.
  public ExprTree(Parsed parsed) {
    this(parsed, expr -> List.of());
  }

  /// A tree that says of each part what is known of it without data.
  public static ExprTree withFacts(Parsed parsed, Flow flow) {
    return new ExprTree(
        parsed, expr -> isLiteral(expr) ? List.of() : FactWords.lines(flow.of(expr)));
  }

  private static boolean isLiteral(Expr expr) {
    return expr instanceof Expr.NumberLiteral || expr instanceof Expr.StringLiteral;
  }

  @Override
  public void write(Appendable out) throws IOException {
    line(out, parsed.expr(), "", "", "");
  }

  private void line(Appendable out, Expr expr, String indent, String branch, String below)
      throws IOException {
    out.append(indent).append(branch).append(title(expr)).append(" (");
    out.append(ValueTypes.of(expr).title()).append("): ").append(text(expr)).append('\n');
    List<Expr> children = ExprWalk.children(expr);
    for (String note : notes.apply(expr)) {
      out.append(indent).append(below).append(children.isEmpty() ? "     " : "│    ");
      out.append(note).append('\n');
    }
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      line(out, children.get(i), indent + below, last ? "└─ " : "├─ ", last ? "   " : "│  ");
    }
  }

  /// {@return what an expression is, in a word or two}
  static String title(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _ -> "number";
      case Expr.StringLiteral _ -> "string";
      case Expr.Paren _ -> "parentheses";
      case Expr.Unary unary -> "sign " + unary.sign().symbol();
      case Expr.Binary binary -> kind(binary) + " " + binary.operator().symbol();
      case Expr.Aggregation aggregation -> "aggregation " + aggregation.operator().keyword();
      case Expr.Call call -> "function " + call.function().name();
      case Expr.InstantSelector _ -> "selector";
      case Expr.RangeSelector _ -> "range selector";
      case Expr.Subquery _ -> "subquery";
    };
  }

  private static String kind(Expr.Binary binary) {
    return switch (binary.operator().kind()) {
      case SET -> "set operation";
      case COMPARISON -> "comparison";
      case TRIM -> "histogram trim";
      case ARITHMETIC -> "arithmetic";
    };
  }

  /// {@return the expression as it was written, on one line}
  static String source(Parsed parsed, Expr expr) {
    String text = parsed.text().substring(expr.span().start(), expr.span().end());
    return text.replaceAll("\\s+", " ");
  }

  /// The expression as it was written, on one line, cut where it gets long.
  private String text(Expr expr) {
    String line = source(parsed, expr);
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
