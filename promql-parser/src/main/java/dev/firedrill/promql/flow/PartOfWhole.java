package dev.firedrill.promql.flow;

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
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells divisions of a part by the whole it belongs to: the same sum of rates on both sides, with
/// more matchers on the upper one.
public final class PartOfWhole {
  private static final Set<String> GROWING =
      Set.of("rate", "increase", "irate", "sum_over_time", "count_over_time");

  private PartOfWhole() {}

  /// {@return whether a division is a share between 0 and 1}
  public static boolean isShare(Binary division) {
    return division.operator() == BinaryOperator.DIVIDE
        && isPart(division.left(), division.right(), false);
  }

  private static boolean isPart(Expr part, Expr whole, boolean summed) {
    Expr one = ExprWalk.unwrapped(part);
    Expr other = ExprWalk.unwrapped(whole);
    return switch (one) {
      case Aggregation sum when other instanceof Aggregation total ->
          sameGroups(sum, total)
              && (sum.operator() == AggregationOperator.COUNT
                  ? isSelection(sum.operand(), total.operand())
                  : sum.operator() == AggregationOperator.SUM
                      && isPart(sum.operand(), total.operand(), true));
      case Call call when other instanceof Call total ->
          call.function().name().equals(total.function().name())
              && GROWING.contains(call.function().name())
              && isPart(call.arguments().getFirst(), total.arguments().getFirst(), summed);
      case RangeSelector range when other instanceof RangeSelector total ->
          summed
              && Printer.print(range.range()).equals(Printer.print(total.range()))
              && isPart(range.series(), total.series(), true);
      case InstantSelector selector when other instanceof InstantSelector total ->
          summed && isCounted(selector.name()) && selectsAmong(selector, total);
      default -> false;
    };
  }

  private static boolean sameGroups(Aggregation one, Aggregation other) {
    return one.operator() == other.operator()
        && one.grouping().kind() == other.grouping().kind()
        && new HashSet<>(one.grouping().labels()).equals(new HashSet<>(other.grouping().labels()));
  }

  // Series that are counted may have any values.
  private static boolean isSelection(Expr part, Expr whole) {
    Expr one = ExprWalk.unwrapped(part);
    Expr other = ExprWalk.unwrapped(whole);
    if (one instanceof Binary filter
        && filter.operator().isComparison()
        && !filter.returnBool()
        && filter.right() instanceof NumberLiteral) {
      return isSelection(filter.left(), other);
    }
    return one instanceof InstantSelector selector
        && other instanceof InstantSelector total
        && selectsAmong(selector, total);
  }

  private static boolean selectsAmong(InstantSelector part, InstantSelector whole) {
    return part.name() != null
        && Objects.equals(part.name(), whole.name())
        && part.matchers().containsAll(whole.matchers())
        && sameTime(part.modifiers(), whole.modifiers());
  }

  private static boolean sameTime(Modifiers one, Modifiers other) {
    DurationExpr offset = one.offset();
    DurationExpr otherOffset = other.offset();
    if ((offset == null) != (otherOffset == null)) {
      return false;
    }
    boolean sameOffset =
        offset == null
            || otherOffset == null
            || Printer.print(offset).equals(Printer.print(otherOffset));
    return sameOffset && Objects.equals(one.at(), other.at()) && one.edges() == other.edges();
  }

  // A sum over some of the series is at most that over all of them only where none is negative.
  private static boolean isCounted(@Nullable String metric) {
    return metric != null
        && (MetricKind.ofMetric(metric) == MetricKind.COUNTER
            || metric.endsWith("_count")
            || metric.endsWith("_sum"));
  }
}
