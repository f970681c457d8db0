package dev.firedrill.rules.test.mutation;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.MatcherSpans;
import dev.firedrill.promql.OperatorSpans;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All changes to one expression that are tried.
///
/// Changes are made to the text, at places that the tree tells; what they yield must still parse.
final class ExprChanges {
  private final String text;
  private final List<Change> changes = new ArrayList<>();

  private ExprChanges(String text) {
    this.text = text;
  }

  /// {@return the changes in the order of the text}
  static List<Change> of(String text, Expr root) {
    ExprChanges all = new ExprChanges(text);
    for (Expr each : ExprWalk.all(root)) {
      switch (each) {
        case InstantSelector selector -> all.matchers(selector);
        case Binary binary -> all.binary(binary);
        case Aggregation aggregation -> all.aggregation(aggregation);
        case Expr.RangeSelector range -> all.window(range.range());
        case Expr.Subquery subquery -> all.window(subquery.range());
        case Expr.Call call -> all.quantile(call);
        case NumberLiteral _, Expr.StringLiteral _, Expr.Paren _, Expr.Unary _ -> {}
      }
    }
    all.changes.sort(Comparator.comparingInt(change -> change.span().start()));
    return List.copyOf(all.changes);
  }

  private void add(String name, Span span, String replacement) {
    changes.add(new Change(name, span, replacement));
  }

  private void matchers(InstantSelector selector) {
    List<Span> spans = MatcherSpans.of(text, selector);
    for (int i = 0; i < spans.size(); i++) {
      LabelMatcher matcher = selector.matchers().get(i);
      boolean name =
          matcher.name().equals(Labels.METRIC_NAME)
              && matcher.operator() == LabelMatcher.Operator.EQUAL;
      if (!name) {
        add("drop matcher", listed(spans, i), "");
        negate(spans.get(i), matcher);
      }
    }
  }

  private void negate(Span span, LabelMatcher matcher) {
    String own = text.substring(span.start(), span.end());
    String symbol = matcher.operator().symbol();
    int at = own.startsWith("\"") || own.startsWith("'") ? -1 : own.indexOf(symbol);
    if (at > 0) {
      String negated =
          switch (matcher.operator()) {
            case EQUAL -> "!=";
            case NOT_EQUAL -> "=";
            case REGEX -> "!~";
            case NOT_REGEX -> "=~";
          };
      int start = span.start() + at;
      add("negate matcher", new Span(start, start + symbol.length()), negated);
    }
  }

  /// An item of a list with the comma that goes with it.
  private static Span listed(List<Span> items, int index) {
    Span item = items.get(index);
    if (index + 1 < items.size()) {
      return new Span(item.start(), items.get(index + 1).start());
    }
    return index == 0 ? item : new Span(items.get(index - 1).end(), item.end());
  }

  private void binary(Binary binary) {
    Span operator = OperatorSpans.of(text, binary);
    switch (binary.operator().kind()) {
      case COMPARISON -> comparison(binary, operator);
      case SET -> set(binary, operator);
      case ARITHMETIC -> arithmetic(binary.operator(), operator);
      case TRIM -> {}
    }
  }

  private void comparison(Binary binary, Span operator) {
    BinaryOperator near = Operators.boundary(binary.operator());
    if (near != null) {
      add("move boundary", operator, near.symbol());
    }
    add("flip comparison", operator, Operators.opposite(binary.operator()).symbol());
    threshold(binary.left());
    threshold(binary.right());
  }

  private void threshold(Expr side) {
    if (side instanceof NumberLiteral literal) {
      nudge(literal);
    }
  }

  private void nudge(NumberLiteral literal) {
    for (String nudged : Thresholds.nudged(literal)) {
      add("nudge threshold", literal.span(), nudged);
    }
  }

  private void set(Binary binary, Span operator) {
    Span left = binary.left().span();
    Span right = binary.right().span();
    Span leftAlone = new Span(left.end(), right.end());
    Span rightAlone = new Span(left.start(), right.start());
    switch (binary.operator()) {
      case AND -> {
        add("and to unless", operator, "unless");
        add("drop right side", leftAlone, "");
        add("drop left side", rightAlone, "");
      }
      case UNLESS -> {
        add("unless to and", operator, "and");
        add("drop right side", leftAlone, "");
      }
      default -> {
        add("drop right side", leftAlone, "");
        add("drop left side", rightAlone, "");
      }
    }
  }

  private void arithmetic(BinaryOperator operator, Span span) {
    BinaryOperator inverse = Operators.inverse(operator);
    if (inverse != null) {
      add("flip arithmetic", span, inverse.symbol());
    }
  }

  private void aggregation(Aggregation aggregation) {
    AggregationOperator other = Operators.other(aggregation.operator());
    if (other != null) {
      add("change aggregation", OperatorSpans.of(aggregation), other.keyword());
    }
    if (aggregation.operator() == AggregationOperator.QUANTILE
        && aggregation.parameter() instanceof NumberLiteral literal) {
      nudge(literal);
    }
    List<Span> labels = OperatorSpans.groupingLabels(text, aggregation);
    for (int i = 0; i < labels.size(); i++) {
      add("drop grouping label", listed(labels, i), "");
    }
  }

  private void quantile(Expr.Call call) {
    if (call.function().name().equals("histogram_quantile")
        && call.arguments().getFirst() instanceof NumberLiteral literal) {
      nudge(literal);
    }
  }

  private void window(@Nullable DurationExpr range) {
    if (range instanceof DurationExpr.Literal literal && literal.millis() > 1) {
      add("widen window", literal.span(), PrometheusDuration.format(literal.millis() * 2));
      add("narrow window", literal.span(), PrometheusDuration.format(literal.millis() / 2));
    }
  }
}
