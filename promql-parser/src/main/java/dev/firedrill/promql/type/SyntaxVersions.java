package dev.firedrill.promql.type;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which version of Prometheus was the first to know a piece of syntax.
///
/// Where the change log leaves the minor version in doubt, the earlier one is taken, so that
/// nothing is called too new that is not.
public final class SyntaxVersions {
  private static final PrometheusVersion SUBQUERIES = new PrometheusVersion(2, 7);
  private static final PrometheusVersion GROUP = new PrometheusVersion(2, 20);
  private static final PrometheusVersion ATAN2 = new PrometheusVersion(2, 31);
  private static final PrometheusVersion AT_MODIFIER = new PrometheusVersion(2, 33);
  private static final PrometheusVersion UNDERSCORES = new PrometheusVersion(2, 48);
  private static final PrometheusVersion PLAIN_DURATIONS = new PrometheusVersion(2, 54);
  private static final PrometheusVersion LIMITS = new PrometheusVersion(2, 54);
  private static final PrometheusVersion QUOTED_NAMES = new PrometheusVersion(3, 0);
  private static final PrometheusVersion DURATION_ARITHMETIC = new PrometheusVersion(3, 4);
  private static final PrometheusVersion EDGES = new PrometheusVersion(3, 7);
  private static final PrometheusVersion FILL = new PrometheusVersion(3, 10);

  /// Syntax that a version does not know.
  ///
  /// @param what it is, as a message names it
  /// @param since the first version that knows it
  public record Newer(String what, PrometheusVersion since, Span span) {}

  private final String text;
  private final PrometheusVersion version;
  private final List<Newer> found = new ArrayList<>();

  private SyntaxVersions(String text, PrometheusVersion version) {
    this.text = text;
    this.version = version;
  }

  /// {@return what of an expression is newer than a version, in the order of the text}
  ///
  /// @param text what the expression was read from
  public static List<Newer> newer(Expr expr, String text, PrometheusVersion version) {
    SyntaxVersions versions = new SyntaxVersions(text, version);
    ExprWalk.forEach(expr, versions::check);
    return List.copyOf(versions.found);
  }

  private void check(Expr part) {
    switch (part) {
      case Call call -> {
        String name = call.function().name();
        report(name + "()", function(name), part.span());
      }
      case Aggregation aggregation -> aggregation(aggregation);
      case Binary binary -> binary(binary);
      case InstantSelector selector -> selector(selector);
      case RangeSelector range -> duration(range.range());
      case Subquery subquery -> {
        report("a subquery", SUBQUERIES, part.span());
        duration(subquery.range());
        duration(subquery.step());
        modifiers(subquery.modifiers(), part.span());
      }
      case NumberLiteral number -> {
        Span span = number.span();
        if (text.substring(span.start(), span.end()).contains("_")) {
          report("an underscore in a number", UNDERSCORES, span);
        }
      }
      case Expr.Paren _, Expr.Unary _, Expr.StringLiteral _ -> {
        // Always known.
      }
    }
  }

  private void aggregation(Aggregation aggregation) {
    AggregationOperator operator = aggregation.operator();
    if (operator == AggregationOperator.GROUP) {
      report("group()", GROUP, aggregation.span());
    } else if (operator.isExperimental()) {
      report(operator.keyword() + "()", LIMITS, aggregation.span());
    }
  }

  private void binary(Binary binary) {
    if (binary.operator() == BinaryOperator.ATAN2) {
      report("atan2", ATAN2, binary.span());
    }
    if (binary.operator().kind() == BinaryOperator.Kind.TRIM
        || binary.matching().fillLeft() != null
        || binary.matching().fillRight() != null) {
      boolean trim = binary.operator().kind() == BinaryOperator.Kind.TRIM;
      report(trim ? binary.operator().symbol() : "fill", FILL, binary.span());
    }
  }

  private void selector(InstantSelector selector) {
    boolean bareName =
        selector.name() == null
            && selector.matchers().stream().anyMatch(SyntaxVersions::isName)
            && !text.substring(selector.span().start(), selector.span().end())
                .contains(Labels.METRIC_NAME);
    if (bareName) {
      report("a metric name in quotes", QUOTED_NAMES, selector.span());
    }
    for (LabelMatcher matcher : selector.matchers()) {
      if (!isLegacy(matcher.name())) {
        report("a label name in quotes", QUOTED_NAMES, selector.span());
      }
    }
    modifiers(selector.modifiers(), selector.span());
  }

  private static boolean isName(LabelMatcher matcher) {
    return matcher.name().equals(Labels.METRIC_NAME)
        && matcher.operator() == LabelMatcher.Operator.EQUAL;
  }

  private static boolean isLegacy(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private void modifiers(Modifiers modifiers, Span span) {
    if (modifiers.at() != null) {
      report("the @ modifier", AT_MODIFIER, span);
    }
    DurationExpr offset = modifiers.offset();
    if (offset instanceof DurationExpr.Literal literal && literal.seconds() < 0) {
      report("a negative offset", AT_MODIFIER, span);
    }
    duration(offset);
    if (modifiers.edges() != Modifiers.Edges.PLAIN) {
      report("anchored and smoothed", EDGES, span);
    }
  }

  private void duration(@Nullable DurationExpr duration) {
    switch (duration) {
      case null -> {
        // None written.
      }
      case DurationExpr.Literal literal when literal.duration() -> {
        // Always known.
      }
      case DurationExpr.Literal literal ->
          report("a duration without a unit", PLAIN_DURATIONS, literal.span());
      case DurationExpr.Step step ->
          report("arithmetic in durations", DURATION_ARITHMETIC, step.span());
      case DurationExpr.Range range ->
          report("arithmetic in durations", DURATION_ARITHMETIC, range.span());
      case DurationExpr.Operation operation ->
          report("arithmetic in durations", DURATION_ARITHMETIC, operation.span());
    }
  }

  private void report(String what, PrometheusVersion since, Span span) {
    if (since.compareTo(version) > 0) {
      found.add(new Newer(what, since, span));
    }
  }

  private static PrometheusVersion function(String name) {
    return switch (name) {
      case "absent_over_time" -> new PrometheusVersion(2, 16);
      case "last_over_time", "sgn", "clamp" -> new PrometheusVersion(2, 26);
      case "present_over_time" -> new PrometheusVersion(2, 29);
      case "acos",
          "acosh",
          "asin",
          "asinh",
          "atan",
          "atanh",
          "cos",
          "cosh",
          "deg",
          "pi",
          "rad",
          "sin",
          "sinh",
          "tan",
          "tanh" ->
          new PrometheusVersion(2, 31);
      case "day_of_year" -> new PrometheusVersion(2, 37);
      case "histogram_count", "histogram_sum", "histogram_fraction" -> new PrometheusVersion(2, 40);
      case "histogram_stddev", "histogram_stdvar" -> new PrometheusVersion(2, 47);
      case "sort_by_label", "sort_by_label_desc" -> new PrometheusVersion(2, 49);
      case "mad_over_time" -> new PrometheusVersion(2, 50);
      case "histogram_avg" -> new PrometheusVersion(2, 51);
      case "double_exponential_smoothing", "info" -> new PrometheusVersion(3, 0);
      case "ts_of_last_over_time", "ts_of_max_over_time", "ts_of_min_over_time" ->
          new PrometheusVersion(3, 5);
      case "first_over_time", "ts_of_first_over_time" -> new PrometheusVersion(3, 7);
      case "histogram_quantiles", "start", "end", "step", "range", "max_of", "min_of" ->
          new PrometheusVersion(3, 10);
      case "start_timestamp" -> new PrometheusVersion(3, 10);
      default -> new PrometheusVersion(2, 0);
    };
  }
}
