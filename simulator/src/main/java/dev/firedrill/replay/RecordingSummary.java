package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleOutput;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What the results of a replay stand on.
///
/// @param series recorded series with samples in the replayed time
/// @param samples their samples in that time; -1 where a server has them, and did not count
/// @param selectors the selectors of the rules, each once, and whether there was data for them,
///     recorded or written by the rules themselves
/// @param gaps stretches of time without any recorded sample, far longer than samples are apart
/// @param resolution how far samples of a series are usually apart, in milliseconds; 0 if unknown
/// @param warmUp what the rules could know of the time before the replayed one
public record RecordingSummary(
    int series,
    long samples,
    List<SelectorData> selectors,
    List<TimeRange> gaps,
    long resolution,
    WarmUp warmUp) {
  public RecordingSummary {
    selectors = List.copyOf(selectors);
    gaps = List.copyOf(gaps);
  }

  /// A selector of a rule.
  ///
  /// @param series how many series it selected
  /// @param writers the rules that record what it selects, where it selected none
  public record SelectorData(
      InstantSelector selector, int series, List<Rule.RecordingRule> writers) {
    public SelectorData {
      writers = List.copyOf(writers);
    }
  }

  /// {@return how many selectors had data}
  public int selectorsWithData() {
    return (int) selectors.stream().filter(selector -> selector.series() > 0).count();
  }

  /// {@return whether there was nothing recorded at a time, so that what ended then may have ended
  ///     only for want of samples}
  ///
  /// @param time epoch milliseconds
  public boolean isInGap(long time) {
    return gaps.stream().anyMatch(gap -> gap.first() < time && time <= gap.last());
  }

  static RecordingSummary of(
      RecordingScan scan, SeriesSource all, List<RuleGroup> groups, WarmUp warmUp) {
    List<SelectorData> selectors = selectors(all, groups, _ -> {});
    return new RecordingSummary(
        scan.series(), scan.samples(), selectors, scan.gaps(), scan.resolution(), warmUp);
  }

  /// {@return the same for series that stay on a server: what there is of them by name}
  static RecordingSummary ofServer(SeriesSource all, List<RuleGroup> groups, WarmUp warmUp) {
    Set<Labels> names = new HashSet<>();
    List<SelectorData> selectors = selectors(all, groups, names::addAll);
    return new RecordingSummary(names.size(), -1, selectors, List.of(), 0, warmUp);
  }

  private static List<SelectorData> selectors(
      SeriesSource all, List<RuleGroup> groups, Consumer<Set<Labels>> names) {
    List<SelectorData> selectors = new ArrayList<>();
    selectorsOf(groups)
        .forEach(
            (matchers, selector) -> {
              Set<Labels> selected = all.names(matchers, TimeRange.ALL);
              names.accept(selected);
              List<Rule.RecordingRule> writers =
                  selected.isEmpty() ? writers(matchers, groups) : List.of();
              selectors.add(new SelectorData(selector, selected.size(), writers));
            });
    return selectors;
  }

  private static List<Rule.RecordingRule> writers(
      List<LabelMatcher> matchers, List<RuleGroup> groups) {
    List<Rule.RecordingRule> writers = new ArrayList<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule instanceof Rule.RecordingRule record
            && RuleOutput.of(record, group).mayMatch(matchers)) {
          writers.add(record);
        }
      }
    }
    return writers;
  }

  private static Map<List<LabelMatcher>, InstantSelector> selectorsOf(List<RuleGroup> groups) {
    Map<List<LabelMatcher>, InstantSelector> selectors = new LinkedHashMap<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
          collect(parsed.expr(), selectors);
        }
      }
    }
    return selectors;
  }

  private static void collect(Expr expr, Map<List<LabelMatcher>, InstantSelector> into) {
    switch (expr) {
      case InstantSelector selector -> into.putIfAbsent(selector.matchers(), selector);
      case Expr.RangeSelector range -> collect(range.series(), into);
      case Expr.Subquery subquery -> collect(subquery.inner(), into);
      case Expr.Paren paren -> collect(paren.inner(), into);
      case Expr.Unary unary -> collect(unary.operand(), into);
      case Expr.Call call -> call.arguments().forEach(argument -> collect(argument, into));
      case Expr.Aggregation aggregation -> {
        Expr parameter = aggregation.parameter();
        if (parameter != null) {
          collect(parameter, into);
        }
        collect(aggregation.operand(), into);
      }
      case Expr.Binary binary -> {
        collect(binary.left(), into);
        collect(binary.right(), into);
      }
      case Expr.NumberLiteral _, Expr.StringLiteral _ -> {}
    }
  }
}
