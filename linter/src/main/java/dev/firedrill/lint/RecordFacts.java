package dev.firedrill.lint;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.MetricFacts;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Presence;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the series that a rule set records, from the expressions that compute them.
///
/// Nothing is of a record that reads itself, directly or through others: its series come from
/// elsewhere, too. The others are worked out from the first that read no other record on.
final class RecordFacts implements MetricFacts {
  private static final int RECORDS_WORTH_A_THREAD = 50;

  private final RuleSet rules;
  private final Map<String, Facts> known = new HashMap<>();

  private RecordFacts(RuleSet rules) {
    this.rules = rules;
  }

  /// {@return what is known of all records of a rule set}
  ///
  /// @param workers how many threads may find out
  static RecordFacts of(RuleSet rules, RecordGraph graph, int workers) {
    RecordFacts facts = new RecordFacts(rules);
    for (List<String> level : graph.levels()) {
      int threads = level.size() < RECORDS_WORTH_A_THREAD ? 1 : workers;
      List<Optional<Facts>> found = InParallel.map(level, threads, facts::combine);
      for (int i = 0; i < level.size(); i++) {
        String metric = level.get(i);
        found.get(i).ifPresent(one -> facts.known.put(metric, one));
      }
    }
    return facts;
  }

  @Override
  public Optional<MetricKind> kindOf(String metric) {
    return rules.types().of(metric);
  }

  @Override
  public Optional<Facts> of(InstantSelector selector) {
    return Optional.ofNullable(known.get(selector.name()));
  }

  /// {@return what all rules that record a metric have in common; empty where that is not known}
  private Optional<Facts> combine(String metric) {
    Facts all = null;
    for (RecordingRule record : rules.recordsOf(metric)) {
      Flow flow = rules.knowledge(record).flow(this).orElse(null);
      if (flow == null) {
        return Optional.empty();
      }
      Facts one = recorded(record, flow.facts());
      all = all == null ? one : all.or(one);
    }
    return Optional.ofNullable(all);
  }

  private Facts recorded(RecordingRule record, Facts expr) {
    LabelFlow labels = expr.labels();
    for (Map.Entry<String, String> label : labels(record).entrySet()) {
      labels =
          label.getValue().isEmpty()
              ? labels.without(Set.of(label.getKey()))
              : labels.withValue(label.getKey(), label.getValue());
    }
    return expr.withLabels(labels.withValue(Labels.METRIC_NAME, record.name().value()))
        .withPresence(Presence.SOMETIMES);
  }

  private Map<String, String> labels(RecordingRule record) {
    Map<String, String> labels = new LinkedHashMap<>();
    put(rules.groupOf(record).labels(), labels);
    put(record.labels(), labels);
    return labels;
  }

  private static void put(List<LabelText> texts, Map<String, String> labels) {
    for (LabelText text : texts) {
      SourceText value = text.value();
      labels.put(text.name().value(), value.text());
    }
  }
}
