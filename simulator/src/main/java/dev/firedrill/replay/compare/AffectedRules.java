package dev.firedrill.replay.compare;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.RecomputedSeries;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import dev.firedrill.rules.compare.RuleComparison;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rules whose results two versions do not share: those that differ, and those that read what
/// such rules write, however far down. What a recording holds of them is of one version at most, so
/// that it is to be computed anew for both.
///
/// @param records names of recorded metrics
/// @param alerts names of alerts
/// @param renamed of rules that were renamed, each name by the other
public record AffectedRules(Set<String> records, Set<String> alerts, Map<String, String> renamed) {
  private static final List<String> ALERT_SERIES = List.of("ALERTS", "ALERTS_FOR_STATE");

  /// {@return the rules that a change affects, by the names of both versions}
  public static AffectedRules of(RuleComparison rules) {
    AffectedRules affected = new AffectedRules(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    List<GroupedRule> others = new ArrayList<>();
    for (RuleChange change : rules.changes()) {
      switch (change) {
        case RuleChange.Added added -> affected.add(added.rule());
        case RuleChange.Removed removed -> affected.add(removed.rule());
        case RuleChange.Kept kept when sameResults(kept) -> others.add(kept.after());
        case RuleChange.Kept kept -> {
          affected.add(kept.before());
          affected.add(kept.after());
          if (kept.renamed()) {
            affected.renamed.put(kept.before().name(), kept.after().name());
            affected.renamed.put(kept.after().name(), kept.before().name());
          }
        }
      }
    }
    while (others.removeIf(affected::takesIn)) {
      // Until nothing more reads what is affected.
    }
    return affected;
  }

  private static boolean sameResults(RuleChange.Kept kept) {
    return kept.differences().stream()
        .allMatch(difference -> difference.aspect() == Difference.Aspect.ANNOTATION);
  }

  private void add(GroupedRule rule) {
    (rule.alerting() ? alerts : records).add(rule.name());
  }

  private boolean takesIn(GroupedRule rule) {
    boolean reads = rule.rule().expr().result() instanceof Parsed parsed && mayRead(parsed.expr());
    if (reads) {
      add(rule);
    }
    return reads;
  }

  /// {@return whether an expression may read what was recorded of these rules}
  public boolean mayRead(Expr expr) {
    return ExprWalk.selectors(expr).stream().anyMatch(this::mayRead);
  }

  private boolean mayRead(InstantSelector selector) {
    for (String record : records) {
      if (accepts(selector, Labels.METRIC_NAME, record)) {
        return true;
      }
    }
    boolean readsAlerts =
        ALERT_SERIES.stream().anyMatch(name -> accepts(selector, Labels.METRIC_NAME, name));
    return readsAlerts
        && alerts.stream().anyMatch(alert -> accepts(selector, Labels.ALERT_NAME, alert));
  }

  private static boolean accepts(InstantSelector selector, String label, String value) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.name().equals(label) && !matcher.matches(value)) {
        return false;
      }
    }
    return true;
  }

  /// {@return a recording without what was recorded of these rules}
  public SeriesSource without(SeriesSource recording) {
    return RecomputedSeries.of(recording, this::wrote, renamed);
  }

  /// {@return the names of the records and alerts among these of which a recording has series}
  public Set<String> recorded(SeriesSource recording) {
    Set<String> found = new TreeSet<>();
    // One question to a server, however many names there are.
    if (!records.isEmpty()) {
      List<LabelMatcher> any = List.of(LabelMatcher.anyOf(Labels.METRIC_NAME, records));
      recording.names(any, TimeRange.ALL).forEach(labels -> found.add(labels.metricName()));
    }
    if (!alerts.isEmpty()) {
      List<LabelMatcher> any =
          List.of(
              LabelMatcher.anyOf(Labels.METRIC_NAME, ALERT_SERIES),
              LabelMatcher.anyOf(Labels.ALERT_NAME, alerts));
      recording
          .names(any, TimeRange.ALL)
          .forEach(labels -> found.add(labels.get(Labels.ALERT_NAME)));
    }
    return found;
  }

  private boolean wrote(Labels series) {
    String metric = series.metricName();
    return records.contains(metric)
        || (ALERT_SERIES.contains(metric) && alerts.contains(series.get(Labels.ALERT_NAME)));
  }
}
