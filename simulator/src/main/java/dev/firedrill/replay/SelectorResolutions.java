package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The resolutions of what selectors select: of recorded series, and of those that rules read which
/// record what is selected.
final class SelectorResolutions implements InstanceGaps {
  private final SelectorReads reads;
  private final List<Resolution> all;
  private final Function<Labels, Optional<Resolution>> ofSeries;
  private final Map<List<LabelMatcher>, Set<Labels>> selected = new HashMap<>();
  private final Map<List<LabelMatcher>, SeriesByLabel> sorted = new HashMap<>();

  /// @param all of the recording
  /// @param ofSeries tells those of recorded series
  SelectorResolutions(
      SelectorReads reads, List<Resolution> all, Function<Labels, Optional<Resolution>> ofSeries) {
    this.reads = reads;
    this.all = all;
    this.ofSeries = ofSeries;
  }

  /// Says which series a selector selects, recorded or written by rules.
  void put(List<LabelMatcher> matchers, Set<Labels> names) {
    selected.put(matchers, names);
  }

  /// {@return those of a selector, none where it selects nothing that is recorded; to be asked once
  ///     it is said of all selectors what they select}
  List<Resolution> of(List<LabelMatcher> matchers) {
    if (all.size() == 1) {
      return all;
    }
    Set<Resolution> found = new LinkedHashSet<>();
    collect(matchers, new HashSet<>(), found);
    return List.copyOf(found);
  }

  private void collect(
      List<LabelMatcher> matchers, Set<List<LabelMatcher>> seen, Set<Resolution> found) {
    if (!seen.add(matchers)) {
      return;
    }
    Set<String> written = new HashSet<>();
    for (Rule.RecordingRule writer : reads.writers(matchers)) {
      written.add(writer.name().value());
      if (writer.expr().result() instanceof ParseResult.Parsed parsed) {
        for (InstantSelector selector : ExprWalk.selectors(parsed.expr())) {
          collect(selector.matchers(), seen, found);
        }
      }
    }
    for (Labels series : selected.getOrDefault(matchers, Set.of())) {
      // What rules wrote into the recording is not read from there.
      if (!written.contains(series.metricName())) {
        ofSeries.apply(series).ifPresent(found::add);
      }
    }
  }

  @Override
  public boolean isInGap(RuleGroup group, Rule rule, Labels instance, long time) {
    if (all.stream().allMatch(each -> each.gaps().isEmpty())) {
      return false;
    }
    InstanceReads read = new InstanceReads(reads, this::near, all, ofSeries);
    read.look(group, rule, instance, time);
    if (!read.any()) {
      read.look(group, rule, Labels.EMPTY, time);
    }
    return read.any() ? read.isInGap() : all.stream().anyMatch(each -> each.isInGap(time, time));
  }

  private List<Collection<Labels>> near(List<LabelMatcher> matchers, Narrowing narrowing) {
    return sorted
        .computeIfAbsent(matchers, each -> SeriesByLabel.of(selected.getOrDefault(each, Set.of())))
        .near(narrowing);
  }
}
