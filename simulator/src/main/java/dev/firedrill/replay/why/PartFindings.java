package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out what an operator, function or aggregation lost of what its parts gave.
final class PartFindings {
  private static final int SOME = 3;
  private static final Set<String> NEED_TWO =
      Set.of(
          "rate",
          "increase",
          "delta",
          "irate",
          "idelta",
          "deriv",
          "predict_linear",
          "holt_winters",
          "double_exponential_smoothing");

  private static final Set<String> OF_BUCKETS = Set.of("histogram_quantile", "histogram_fraction");

  private PartFindings() {}

  /// {@return what is worth knowing of what became of the parts; of two vectors [PairTrouble]
  ///     knows more}
  static List<Finding> of(Expr expr, Outcome outcome, List<ExplainedExpr> parts) {
    return switch (expr) {
      case Expr.Binary binary -> ofBinary(binary, parts);
      case Expr.Call call -> ofCall(call, outcome, parts);
      case Expr.Aggregation aggregation -> ofAggregation(aggregation, outcome, parts);
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Selector _ ->
          List.of();
    };
  }

  private static List<Finding> ofBinary(Expr.Binary binary, List<ExplainedExpr> parts) {
    @Nullable Outcome left = outcome(binary.left(), parts);
    @Nullable Outcome right = outcome(binary.right(), parts);
    List<Finding> found = new ArrayList<>();
    if (!binary.operator().isComparison()) {
      noNumbers(binary, left, right).ifPresent(found::add);
    } else if (left instanceof Outcome.Vector vector && right instanceof Outcome.Scalar scalar) {
      Comparisons.withScalar(binary, vector, scalar.value(), true).ifPresent(found::add);
    } else if (left instanceof Outcome.Scalar scalar && right instanceof Outcome.Vector vector) {
      Comparisons.withScalar(binary, vector, scalar.value(), false).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Finding> noNumbers(
      Expr.Binary binary, @Nullable Outcome left, @Nullable Outcome right) {
    NoNumbers none = new NoNumbers(binary);
    if (left instanceof Outcome.Vector vector && right instanceof Outcome.Scalar scalar) {
      numbers(vector).forEach(each -> none.add(each.labels(), each.value(), scalar.value()));
    } else if (left instanceof Outcome.Scalar scalar && right instanceof Outcome.Vector vector) {
      numbers(vector).forEach(each -> none.add(each.labels(), scalar.value(), each.value()));
    }
    return none.finding();
  }

  private static List<Sample> numbers(Outcome.Vector vector) {
    return vector.samples().stream().filter(each -> each.histogram() == null).toList();
  }

  /// {@return what a side of an operator was; null where it is not among the parts}
  static @Nullable Outcome outcome(Expr side, List<ExplainedExpr> parts) {
    Expr expr = ExprWalk.unwrapped(side);
    if (expr instanceof Expr.NumberLiteral number) {
      return new Outcome.Scalar(number.value());
    }
    for (ExplainedExpr part : parts) {
      if (part.expr().equals(expr)) {
        return part.outcome();
      }
    }
    return null;
  }

  private static List<Finding> ofCall(Expr.Call call, Outcome outcome, List<ExplainedExpr> parts) {
    String name = call.function().name();
    if (parts.isEmpty()) {
      return List.of();
    }
    Outcome argument = parts.getFirst().outcome();
    if (name.startsWith("absent") && !argument.isEmpty()) {
      return outcome.isEmpty() ? List.of(present(argument)) : List.of();
    }
    if (name.equals("scalar") && argument instanceof Outcome.Vector vector) {
      int count = vector.all().size();
      return count == 1 ? List.of() : List.of(new Finding.NotOne(count));
    }
    if (OF_BUCKETS.contains(name)
        && outcome instanceof Outcome.Vector estimates
        && parts.getLast().outcome() instanceof Outcome.Vector buckets) {
      return NoNumbers.ofQuantiles(estimates, buckets).stream().toList();
    }
    for (ExplainedExpr part : parts) {
      if (NEED_TWO.contains(name) && part.outcome() instanceof Outcome.Range range) {
        return tooFew(range);
      }
    }
    return List.of();
  }

  private static Finding present(Outcome argument) {
    return switch (argument) {
      case Outcome.Vector vector ->
          new Finding.Present(
              vector.samples().size(),
              vector.samples().getFirst().labels(),
              vector.samples().getFirst().value(),
              null);
      case Outcome.Range range -> {
        Series latest = range.series().getFirst();
        for (Series each : range.series()) {
          latest = each.samples().lastTime() > latest.samples().lastTime() ? each : latest;
        }
        yield new Finding.Present(
            range.series().size(), latest.labels(), Double.NaN, latest.samples().lastTime());
      }
      case Outcome.Scalar _, Outcome.Failed _ ->
          throw new IllegalArgumentException("absent takes series");
    };
  }

  private static List<Finding> tooFew(Outcome.Range range) {
    List<Series> few = range.series().stream().filter(each -> each.samples().size() < 2).toList();
    if (few.isEmpty()) {
      return List.of();
    }
    Series example = few.getFirst();
    return List.of(
        new Finding.TooFewSamples(
            few.size(),
            range.series().size(),
            example.labels(),
            example.samples().size(),
            2,
            example.samples().lastTime()));
  }

  private static Finding othersOnly(
      AggregationOperator operator, Outcome.Vector result, Outcome.Vector aggregated) {
    int of = result.all().size();
    return new Finding.OthersOnly(
        result.all().subList(0, Math.min(SOME, of)),
        of,
        operator.keepsSeries() ? aggregated.samples().getFirst() : null);
  }

  private static List<Finding> ofAggregation(
      Expr.Aggregation aggregation, Outcome outcome, List<ExplainedExpr> parts) {
    Outcome aggregated = parts.getLast().outcome();
    if (outcome instanceof Outcome.Vector result
        && result.isEmpty()
        && !result.all().isEmpty()
        && aggregated instanceof Outcome.Vector vector
        && !vector.isEmpty()) {
      return List.of(othersOnly(aggregation.operator(), result, vector));
    }
    boolean counts =
        aggregation.operator() == AggregationOperator.COUNT
            || aggregation.operator() == AggregationOperator.SUM;
    return counts && aggregated.isEmpty()
        ? List.of(new Finding.NothingAggregated(aggregation.operator().keyword()))
        : List.of();
  }
}
