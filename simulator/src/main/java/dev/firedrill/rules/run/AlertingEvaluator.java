package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTiming;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An alerting rule: keeps the state of its alerts from evaluation to evaluation and, where they
/// are wanted, writes the series `ALERTS` and `ALERTS_FOR_STATE`.
public final class AlertingEvaluator implements RuleEvaluator {
  /// What an alerting rule is made of.
  ///
  /// @param labels of the group and the rule, as written
  /// @param annotations as written
  /// @param limit how many alerts the rule may have; 0 for no limit
  /// @param offset milliseconds that the rule looks back
  /// @param written whether anybody wants the series of the alerts
  public record Definition(
      Rule.AlertingRule rule,
      AlertTiming timing,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations,
      int limit,
      long offset,
      boolean written) {}

  private final Definition definition;
  private final RuleQuery query;
  private final String name;
  private final RuleText.Set labels;
  private final RuleText.Set annotations;
  private final AlertSeries series;
  private final Map<Labels, Labels> keys = new HashMap<>();
  private Map<Labels, ActiveAlert> alerts = new LinkedHashMap<>();

  /// A rule none of whose alerts is active.
  public AlertingEvaluator(Definition definition, RuleQuery query, TextExpander texts) {
    this.definition = definition;
    this.query = query;
    this.name = definition.rule().name().value();
    this.labels = RuleText.Set.of(name, definition.labels(), texts);
    this.annotations = RuleText.Set.of(name, definition.annotations(), texts);
    this.series = new AlertSeries(Labels.of(definition.labels()));
  }

  @Override
  public Rule.AlertingRule rule() {
    return definition.rule();
  }

  /// {@return the alerts that are pending, firing or resolved a while ago}
  public Collection<ActiveAlert> alerts() {
    return Collections.unmodifiableCollection(alerts.values());
  }

  @Override
  public List<QueryResult.Sample> evaluate(long time) throws RuleException {
    List<QueryResult.Sample> found = query.at(time - definition.offset());
    if (found.isEmpty() && alerts.isEmpty()) {
      return List.of();
    }
    Map<Labels, QueryResult.Sample> present = candidates(found, time);
    Map<Labels, ActiveAlert> after = new LinkedHashMap<>();
    for (ActiveAlert alert : alerts.values()) {
      QueryResult.@Nullable Sample sample = present.remove(alert.labels());
      next(after, alert.labels(), alert, sample, time);
    }
    for (Map.Entry<Labels, QueryResult.Sample> fresh : present.entrySet()) {
      next(after, fresh.getKey(), null, fresh.getValue(), time);
    }
    alerts = after;
    checkLimit();
    return definition.written() ? series.of(alerts.values()) : List.of();
  }

  private Map<Labels, QueryResult.Sample> candidates(List<QueryResult.Sample> found, long time)
      throws RuleException {
    Map<Labels, QueryResult.Sample> candidates = new LinkedHashMap<>();
    for (QueryResult.Sample sample : found) {
      if (candidates.putIfAbsent(key(sample, time), sample) != null) {
        throw new RuleException(
            "vector contains metrics with the same labelset after applying alert labels");
      }
    }
    return candidates;
  }

  private Labels key(QueryResult.Sample sample, long time) {
    if (labels.vary()) {
      return newKey(sample, time);
    }
    Labels key = keys.get(sample.labels());
    if (key == null) {
      key = newKey(sample, time);
      keys.put(sample.labels(), key);
    }
    return key;
  }

  private Labels newKey(QueryResult.Sample sample, long time) {
    Labels.Builder key = sample.labels().toBuilder().remove(Labels.METRIC_NAME);
    for (RuleText label : labels.all()) {
      key.set(label.name(), labels.expand(label, sample, time));
    }
    return key.set(Labels.ALERT_NAME, name).build();
  }

  // Plain calls: this runs for each alert at each step, long before lambdas are fast.
  private void next(
      Map<Labels, ActiveAlert> after,
      Labels key,
      @Nullable ActiveAlert before,
      QueryResult.@Nullable Sample sample,
      long time) {
    @Nullable AlertState state = before == null ? null : before.state();
    Optional<AlertState> next = definition.timing().next(state, sample != null, time);
    if (next.isPresent()) {
      after.put(key, alert(key, before, sample, next.get(), time));
    }
  }

  private ActiveAlert alert(
      Labels key,
      @Nullable ActiveAlert before,
      QueryResult.@Nullable Sample sample,
      AlertState state,
      long time) {
    if (sample != null) {
      AlertAnnotations texts = new AlertAnnotations(annotations, sample, time);
      return new ActiveAlert(key, texts, sample.value(), sample.histogram(), state);
    }
    if (before == null) {
      throw new IllegalStateException("an alert that was never there cannot go: " + key);
    }
    return before.in(state);
  }

  private void checkLimit() throws RuleException {
    if (definition.limit() <= 0) {
      return;
    }
    int active = 0;
    for (ActiveAlert alert : alerts.values()) {
      active += alert.state() instanceof AlertState.Resolved ? 0 : 1;
    }
    if (active > definition.limit()) {
      alerts = new LinkedHashMap<>();
      throw new RuleException(
          "exceeded limit of " + definition.limit() + " with " + active + " alerts");
    }
  }
}
