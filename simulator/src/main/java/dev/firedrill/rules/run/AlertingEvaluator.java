package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTiming;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An alerting rule: keeps the state of its alerts from evaluation to evaluation and writes the
/// series `ALERTS` and `ALERTS_FOR_STATE`.
public final class AlertingEvaluator implements RuleEvaluator {
  /// What an alerting rule is made of.
  ///
  /// @param labels of the group and the rule, as written
  /// @param annotations as written
  /// @param limit how many alerts the rule may have; 0 for no limit
  /// @param offset milliseconds that the rule looks back
  public record Definition(
      Rule.AlertingRule rule,
      AlertTiming timing,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations,
      int limit,
      long offset) {}

  private final Definition definition;
  private final RuleQuery query;
  private final TextExpander texts;
  private final String name;
  private final Labels written;
  private final Map<Labels, ActiveAlert> alerts = new LinkedHashMap<>();

  /// A rule none of whose alerts is active.
  public AlertingEvaluator(Definition definition, RuleQuery query, TextExpander texts) {
    this.definition = definition;
    this.query = query;
    this.texts = texts;
    this.name = definition.rule().name().value();
    this.written = Labels.of(definition.labels());
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
    Map<Labels, Candidate> present = candidates(time);
    Map<Labels, ActiveAlert> after = new LinkedHashMap<>();
    for (ActiveAlert alert : alerts.values()) {
      @Nullable Candidate candidate = present.remove(alert.labels());
      next(alert.labels(), alert, candidate, time).ifPresent(a -> after.put(a.labels(), a));
    }
    present.forEach(
        (labels, candidate) ->
            next(labels, null, candidate, time).ifPresent(a -> after.put(labels, a)));
    alerts.clear();
    alerts.putAll(after);
    checkLimit();
    return samples();
  }

  private record Candidate(double value, SortedMap<String, String> annotations) {}

  private Map<Labels, Candidate> candidates(long time) throws RuleException {
    Map<Labels, Candidate> candidates = new LinkedHashMap<>();
    for (QueryResult.Sample sample : query.at(time - definition.offset())) {
      Labels.Builder labels = sample.labels().toBuilder().remove(Labels.METRIC_NAME);
      definition
          .labels()
          .forEach((label, text) -> labels.set(label, texts.expand(name, text, sample, time)));
      Labels key = labels.set(Labels.ALERT_NAME, name).build();
      SortedMap<String, String> annotations = new TreeMap<>();
      definition
          .annotations()
          .forEach((label, text) -> annotations.put(label, texts.expand(name, text, sample, time)));
      if (candidates.putIfAbsent(key, new Candidate(sample.value(), annotations)) != null) {
        throw new RuleException(
            "vector contains metrics with the same labelset after applying alert labels");
      }
    }
    return candidates;
  }

  private Optional<ActiveAlert> next(
      Labels labels, @Nullable ActiveAlert before, @Nullable Candidate candidate, long time) {
    @Nullable AlertState state = before == null ? null : before.state();
    return definition
        .timing()
        .next(state, candidate != null, time)
        .map(after -> alert(labels, before, candidate, after));
  }

  private static ActiveAlert alert(
      Labels labels,
      @Nullable ActiveAlert before,
      @Nullable Candidate candidate,
      AlertState state) {
    if (candidate != null) {
      return new ActiveAlert(labels, candidate.annotations(), candidate.value(), state);
    }
    if (before == null) {
      throw new IllegalStateException("an alert that was never there cannot go: " + labels);
    }
    return new ActiveAlert(labels, before.annotations(), before.value(), state);
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
      alerts.clear();
      throw new RuleException(
          "exceeded limit of " + definition.limit() + " with " + active + " alerts");
    }
  }

  private List<QueryResult.Sample> samples() {
    List<QueryResult.Sample> samples = new ArrayList<>();
    for (ActiveAlert alert : alerts.values()) {
      switch (alert.state()) {
        case AlertState.Pending pending -> add(samples, alert, "pending");
        case AlertState.Firing firing -> add(samples, alert, "firing");
        case AlertState.Resolved resolved -> {}
      }
    }
    return samples;
  }

  // Prometheus starts from the labels as written, so a template that came to nothing shows here.
  private void add(List<QueryResult.Sample> samples, ActiveAlert alert, String state) {
    Labels.Builder labels = written.toBuilder().setAll(alert.labels().toMap());
    labels.set(Labels.ALERT_NAME, name);
    labels.set(Labels.METRIC_NAME, "ALERTS_FOR_STATE");
    double activeSeconds = Math.floorDiv(alert.state().activeAt(), 1000L);
    samples.add(new QueryResult.Sample(labels.build(), activeSeconds));
    labels.set(Labels.METRIC_NAME, "ALERTS").set("alertstate", state);
    samples.add(new QueryResult.Sample(labels.build(), 1));
  }
}
