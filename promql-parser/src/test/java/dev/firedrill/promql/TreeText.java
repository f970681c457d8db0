package dev.firedrill.promql;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Locale;

/// Writes a tree for people: a line for each expression, indented under the one it is part of, with
/// its type and the text units it covers.
public final class TreeText {
  private final StringBuilder out = new StringBuilder();

  private TreeText() {}

  /// {@return the tree, one expression a line}
  public static String of(Expr expr) {
    TreeText text = new TreeText();
    text.write(expr, 0);
    return text.out.toString();
  }

  private void write(Expr expr, int depth) {
    out.append("  ".repeat(depth))
        .append(describe(expr))
        .append("  : ")
        .append(ValueTypes.of(expr).apiName())
        .append(" ")
        .append(expr.span().start())
        .append("..")
        .append(expr.span().end())
        .append('\n');
    for (Expr child : ExprWalk.children(expr)) {
      write(child, depth + 1);
    }
  }

  private static String describe(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral n ->
          "number " + GoFloat.plain(n.value()) + (n.duration() ? " (duration)" : "");
      case Expr.StringLiteral s -> "string " + GoQuote.quote(s.value());
      case Expr.Paren _ -> "parentheses";
      case Expr.Unary u -> "unary " + u.sign().symbol();
      case Expr.Binary b ->
          "binary "
              + b.operator().symbol()
              + (b.returnBool() ? " bool" : "")
              + matching(b.matching());
      case Expr.Aggregation a -> "aggregation " + a.operator().keyword() + grouping(a.grouping());
      case Expr.Call c -> "call " + c.function().name();
      case InstantSelector s ->
          "selector " + s.matchers() + (s.trusted() ? " trusted" : "") + modifiers(s.modifiers());
      case Expr.RangeSelector r -> "range " + duration(r.range());
      case Expr.Subquery s -> {
        DurationExpr step = s.step();
        yield "subquery "
            + duration(s.range())
            + (step == null ? "" : " every " + duration(step))
            + modifiers(s.modifiers());
      }
    };
  }

  private static String matching(VectorMatching matching) {
    StringBuilder text = new StringBuilder();
    if (!matching.equals(VectorMatching.DEFAULT) && !matching.equals(VectorMatching.SET)) {
      text.append(' ').append(word(matching.cardinality()));
    }
    if (matching.compared() != VectorMatching.Compared.ALL) {
      text.append(' ').append(word(matching.compared())).append(matching.labels());
    }
    text.append(matching.include().isEmpty() ? "" : " include" + matching.include());
    Double left = matching.fillLeft();
    Double right = matching.fillRight();
    text.append(left == null ? "" : " fill left " + GoFloat.plain(left));
    return text.append(right == null ? "" : " fill right " + GoFloat.plain(right)).toString();
  }

  private static String grouping(Grouping grouping) {
    return grouping.kind() == Grouping.Kind.ALL
        ? ""
        : " " + word(grouping.kind()) + grouping.labels();
  }

  private static String modifiers(Modifiers modifiers) {
    DurationExpr offset = modifiers.offset();
    String at =
        switch (modifiers.at()) {
          case Modifiers.At.Time time -> " at " + time.millis() + "ms";
          case Modifiers.At.Start _ -> " at start";
          case Modifiers.At.End _ -> " at end";
          case null -> "";
        };
    String edges = modifiers.edges() == Modifiers.Edges.PLAIN ? "" : " " + word(modifiers.edges());
    return at + (offset == null ? "" : " offset " + duration(offset)) + edges;
  }

  private static String duration(DurationExpr duration) {
    return switch (duration) {
      case DurationExpr.Literal l -> l.millis() + "ms";
      case DurationExpr.Step _ -> "step()";
      case DurationExpr.Range _ -> "range()";
      case DurationExpr.Operation o -> {
        DurationExpr left = o.left();
        yield "("
            + o.operator().symbol()
            + (o.wrapped() ? " wrapped " : " ")
            + (left == null ? "" : duration(left) + " ")
            + duration(o.right())
            + ")";
      }
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
