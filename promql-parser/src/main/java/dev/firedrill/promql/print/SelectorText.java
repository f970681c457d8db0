package dev.firedrill.promql.print;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Utf8Order;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.Modifiers.At;
import dev.firedrill.promql.ast.Modifiers.Edges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Selectors and their modifiers as text.
final class SelectorText {
  private SelectorText() {}

  /// Appends `name{matchers} @ time anchored offset 5m`.
  static void append(StringBuilder out, Expr.InstantSelector selector) {
    appendSeries(out, selector);
    Modifiers modifiers = selector.modifiers();
    appendAt(out, modifiers.at());
    appendEdges(out, modifiers.edges());
    appendOffset(out, modifiers.offset());
  }

  /// Appends `name{matchers}[range] anchored @ time offset 5m`.
  static void append(StringBuilder out, Expr.RangeSelector selector) {
    appendSeries(out, selector.series());
    out.append('[');
    DurationText.appendTo(out, selector.range());
    out.append(']');
    Modifiers modifiers = selector.series().modifiers();
    appendEdges(out, modifiers.edges());
    appendAt(out, modifiers.at());
    appendOffset(out, modifiers.offset());
  }

  /// {@return what follows the inner expression of a subquery: `[range:step] @ time offset 5m`}
  static String suffix(Expr.Subquery subquery) {
    StringBuilder out = new StringBuilder("[");
    DurationText.appendTo(out, subquery.range());
    out.append(':');
    DurationExpr step = subquery.step();
    if (step != null) {
      DurationText.appendTo(out, step);
    }
    out.append(']');
    appendAt(out, subquery.modifiers().at());
    appendOffset(out, subquery.modifiers().offset());
    return out.toString();
  }

  private static void appendSeries(StringBuilder out, Expr.InstantSelector selector) {
    String name = selector.name();
    List<String> matchers = new ArrayList<>(selector.matchers().size());
    for (LabelMatcher matcher : selector.matchers()) {
      if (name == null || !isName(matcher, name)) {
        matchers.add(matcher.toString());
      }
    }
    matchers.sort(Utf8Order.COMPARATOR);
    if (name != null) {
      out.append(name);
    }
    String separator = "{";
    for (String matcher : matchers) {
      out.append(separator).append(matcher);
      separator = ",";
    }
    if (!matchers.isEmpty()) {
      out.append('}');
    } else if (selector.trusted() && name == null) {
      // Prometheus prints nothing, and then cannot read the call of info() again.
      out.append("{}");
    }
  }

  private static boolean isName(LabelMatcher matcher, String name) {
    return matcher.operator() == LabelMatcher.Operator.EQUAL
        && matcher.name().equals(Labels.METRIC_NAME)
        && matcher.value().equals(name)
        && !name.isEmpty();
  }

  private static void appendAt(StringBuilder out, @Nullable At at) {
    switch (at) {
      case null -> {}
      case At.Start _ -> out.append(" @ start()");
      case At.End _ -> out.append(" @ end()");
      case At.Time time -> out.append(" @ ").append(GoFloat.plain(time.millis() / 1000.0, 3));
    }
  }

  private static void appendEdges(StringBuilder out, Edges edges) {
    switch (edges) {
      case PLAIN -> {}
      case ANCHORED -> out.append(" anchored");
      case SMOOTHED -> out.append(" smoothed");
    }
  }

  private static void appendOffset(StringBuilder out, @Nullable DurationExpr offset) {
    if (offset == null || (offset instanceof DurationExpr.Literal none && none.millis() == 0)) {
      return;
    }
    out.append(" offset ");
    DurationText.appendTo(out, offset);
  }
}
