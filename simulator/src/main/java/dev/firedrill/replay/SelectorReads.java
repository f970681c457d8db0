package dev.firedrill.replay;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleOutput;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The selectors of rules, each once, and of which time they read samples when the rules are
/// evaluated in a stretch of time: lookback, ranges, subqueries and offsets reach out of it.
final class SelectorReads implements Iterable<SelectorReads.Read> {
  private final List<RuleGroup> groups;
  private final TimeRange evaluated;
  private final ToLongFunction<RuleGroup> interval;
  private final Map<List<LabelMatcher>, Read> reads = new LinkedHashMap<>();
  private final List<Written> outputs = new ArrayList<>();

  private SelectorReads(
      List<RuleGroup> groups, TimeRange evaluated, ToLongFunction<RuleGroup> interval) {
    this.groups = groups;
    this.evaluated = evaluated;
    this.interval = interval;
  }

  /// What a rule of a group records.
  ///
  /// @param interval milliseconds between its evaluations
  record Written(RuleGroup group, Rule.RecordingRule rule, RuleOutput output, long interval) {}

  /// A selector.
  ///
  /// @param range from the first to the last time of which it may read a sample
  record Read(InstantSelector selector, TimeRange range) {
    /// {@return what the series have to match}
    List<LabelMatcher> matchers() {
      return selector.matchers();
    }
  }

  /// How far before and after an evaluation samples are read, in milliseconds.
  private record Reach(long before, long after) {
    static final Reach ANYWHERE = new Reach(Long.MAX_VALUE, Long.MAX_VALUE);

    Reach and(long length, Modifiers modifiers) {
      boolean unknown =
          equals(ANYWHERE)
              || modifiers.at() != null
              || !isKnown(modifiers.offset())
              || length == Long.MAX_VALUE;
      long offset = unknown ? 0 : millis(modifiers.offset());
      return unknown ? ANYWHERE : new Reach(before + length + offset, after - offset);
    }

    TimeRange around(TimeRange range) {
      return equals(ANYWHERE)
          ? TimeRange.ALL
          : new TimeRange(range.first() - before, range.last() + after);
    }
  }

  /// {@return the selectors of all rules, in their order}
  ///
  /// @param evaluated from the first to the last evaluation
  /// @param interval milliseconds between the evaluations of a group
  static SelectorReads of(
      List<RuleGroup> groups, TimeRange evaluated, ToLongFunction<RuleGroup> interval) {
    SelectorReads reads = new SelectorReads(groups, evaluated, interval);
    for (RuleGroup group : groups) {
      Located<Duration> looksBack = group.queryOffset();
      long offset = looksBack == null ? 0 : looksBack.value().toMillis();
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
          reads.collect(parsed.expr(), new Reach(offset, -offset));
        }
      }
    }
    return reads;
  }

  private void collect(Expr expr, Reach reach) {
    switch (expr) {
      case InstantSelector selector ->
          add(selector, reach.and(Lookback.DEFAULT, selector.modifiers()).around(evaluated));
      case Expr.RangeSelector range ->
          add(
              range.series(),
              reach.and(millis(range.range()), range.series().modifiers()).around(evaluated));
      case Expr.Subquery subquery ->
          collect(subquery.inner(), reach.and(millis(subquery.range()), subquery.modifiers()));
      case Expr.Paren _,
          Expr.Unary _,
          Expr.Call _,
          Expr.Aggregation _,
          Expr.Binary _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _ ->
          ExprWalk.children(expr).forEach(part -> collect(part, reach));
    }
  }

  private void add(InstantSelector selector, TimeRange range) {
    reads.merge(
        selector.matchers(),
        new Read(selector, range),
        (one, other) -> new Read(one.selector(), one.range().cover(other.range())));
  }

  private static boolean isKnown(@Nullable DurationExpr duration) {
    return duration == null || duration instanceof DurationExpr.Literal;
  }

  // As long as can be where it has to be computed.
  private static long millis(@Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> 0;
      case DurationExpr.Literal literal -> Math.round(literal.seconds() * 1000);
      default -> Long.MAX_VALUE;
    };
  }

  @Override
  public Iterator<Read> iterator() {
    return reads.values().iterator();
  }

  /// {@return the rules that record what a selector may select}
  List<Rule.RecordingRule> writers(List<LabelMatcher> matchers) {
    return written(matchers).stream().map(Written::rule).toList();
  }

  /// {@return what rules record that a selector may select}
  List<Written> written(List<LabelMatcher> matchers) {
    if (outputs.isEmpty()) {
      for (RuleGroup group : groups) {
        for (Rule rule : group.rules()) {
          if (rule instanceof Rule.RecordingRule record) {
            outputs.add(
                new Written(
                    group, record, RuleOutput.of(record, group), interval.applyAsLong(group)));
          }
        }
      }
    }
    List<Written> found = new ArrayList<>();
    for (Written each : outputs) {
      if (each.output().mayMatch(matchers)) {
        found.add(each);
      }
    }
    return found;
  }
}
