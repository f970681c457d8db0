package dev.firedrill.replay;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a rule reads for one of its instances: the recorded series that its labels agree with, as
/// far as the expression and the records between keep labels. Series of other instances are none of
/// its business.
final class InstanceReads {
  private final SelectorReads reads;
  private final BiFunction<List<LabelMatcher>, Narrowing, List<Collection<Labels>>> selected;
  private final List<Resolution> all;
  private final Function<Labels, Optional<Resolution>> ofSeries;
  private final Set<Step> done = new HashSet<>();
  private final Set<Location> within = new HashSet<>();
  private boolean any;
  private boolean gap;

  /// @param selected the series of a selector that are of interest, and perhaps more
  /// @param all resolutions of the recording
  /// @param ofSeries the resolution of a recorded series
  InstanceReads(
      SelectorReads reads,
      BiFunction<List<LabelMatcher>, Narrowing, List<Collection<Labels>>> selected,
      List<Resolution> all,
      Function<Labels, Optional<Resolution>> ofSeries) {
    this.reads = reads;
    this.selected = selected;
    this.all = all;
    this.ofSeries = ofSeries;
  }

  // A record that is read.
  private record Step(Location rule, Reading reading) {}

  // When and of which series something is read.
  private record Reading(Narrowing narrowing, long from, long to) {
    Reading of(Expr whole, Expr part) {
      return new Reading(narrowing.of(whole, part), from, to);
    }

    boolean isInGap(Resolution resolution) {
      return resolution.isInGap(from, to);
    }

    Reading moved(Modifiers modifiers) {
      long offset = millis(modifiers.offset());
      boolean fixed = modifiers.at() instanceof Modifiers.At.Time;
      long at = modifiers.at() instanceof Modifiers.At.Time time ? time.millis() : 0;
      return new Reading(narrowing, (fixed ? at : from) - offset, (fixed ? at : to) - offset);
    }

    /// What a record was made of when it was evaluated last.
    Reading by(SelectorReads.Written writer) {
      long before = offset(writer.group());
      Narrowing beneath = narrowing.beneath(writer.group(), writer.rule());
      return new Reading(beneath, from - before - writer.interval(), to - before);
    }
  }

  /// Looks at what a rule reads for an instance when it is evaluated.
  ///
  /// @param instance its labels; none for all instances
  /// @param time of the evaluation, in epoch milliseconds
  void look(RuleGroup group, Rule rule, Labels instance, long time) {
    long read = time - offset(group);
    Narrowing narrowing = new Narrowing(instance).beneath(group, rule);
    collect(rule, new Reading(narrowing, read, read));
  }

  /// {@return whether any series is read whose resolution is known}
  boolean any() {
    return any;
  }

  /// {@return whether any of them has no samples then}
  boolean isInGap() {
    return gap;
  }

  private void collect(Rule rule, Reading reading) {
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      collect(parsed.expr(), reading);
    }
  }

  private void collect(Expr expr, Reading reading) {
    switch (expr) {
      case InstantSelector selector -> read(selector, reading.moved(selector.modifiers()));
      case Expr.RangeSelector range -> collect(range.series(), reading);
      case Expr.Subquery subquery -> collect(subquery.inner(), reading.moved(subquery.modifiers()));
      case Expr.Paren _,
          Expr.Unary _,
          Expr.Call _,
          Expr.Aggregation _,
          Expr.Binary _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _ ->
          ExprWalk.children(expr).forEach(part -> collect(part, reading.of(expr, part)));
    }
  }

  private void read(InstantSelector selector, Reading reading) {
    List<LabelMatcher> matchers = selector.matchers();
    Set<String> written = new HashSet<>();
    for (SelectorReads.Written writer : reads.written(matchers)) {
      written.add(writer.rule().name().value());
      record(writer, reading.by(writer));
    }
    for (Collection<Labels> some : selected.apply(matchers, reading.narrowing())) {
      read(some, written, reading);
    }
  }

  private void read(Collection<Labels> some, Set<String> written, Reading reading) {
    boolean possible = all.stream().anyMatch(reading::isInGap);
    for (Labels series : some) {
      if (gap || (any && !possible)) {
        return;
      }
      // What rules wrote into the recording is not read from there.
      if (!written.contains(series.metricName()) && reading.narrowing().accepts(series)) {
        Optional<Resolution> resolution = ofSeries.apply(series);
        any |= resolution.isPresent();
        gap |= resolution.filter(reading::isInGap).isPresent();
      }
    }
  }

  // Records may read themselves, and several the same.
  private void record(SelectorReads.Written writer, Reading reading) {
    Location rule = writer.rule().location();
    if (done.add(new Step(rule, reading)) && within.add(rule)) {
      collect(writer.rule(), reading);
      within.remove(rule);
    }
  }

  private static long offset(RuleGroup group) {
    Located<Duration> looksBack = group.queryOffset();
    return looksBack == null ? 0 : looksBack.value().toMillis();
  }

  // What is computed counts as nothing.
  private static long millis(@Nullable DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal ? literal.millis() : 0;
  }
}
