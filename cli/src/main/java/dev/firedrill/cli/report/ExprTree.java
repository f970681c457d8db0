package dev.firedrill.cli.report;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.io.IOException;
import java.util.List;

/// An expression's tree for people: a line for each node with what it is, its type, and its text.
///
/// ```
/// comparison > (instant vector): sum(rate(x[5m])) > 5
/// ├─ aggregation sum (instant vector): sum(rate(x[5m]))
/// ```
public record ExprTree(Parsed parsed) implements Report {
  private static final int WIDTH = 100;

  @Override
  public void write(Appendable out) throws IOException {
    line(out, parsed.expr(), "", "", "");
  }

  private void line(Appendable out, Expr expr, String indent, String branch, String below)
      throws IOException {
    out.append(indent).append(branch).append(title(expr)).append(" (");
    out.append(ValueTypes.of(expr).title()).append("): ").append(text(expr)).append('\n');
    List<Expr> children = ExprWalk.children(expr);
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      line(out, children.get(i), indent + below, last ? "└─ " : "├─ ", last ? "   " : "│  ");
    }
  }

  private static String title(Expr expr) {
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

  /// The expression as it was written, on one line, cut where it gets long.
  private String text(Expr expr) {
    String text = parsed.text().substring(expr.span().start(), expr.span().end());
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
