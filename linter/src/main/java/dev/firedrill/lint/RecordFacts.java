package dev.firedrill.lint;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.MetricFacts;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Presence;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of the series that a rule set records, from the expressions that compute them.
///
/// Found out for all records together when first asked for, so that what is said of records that
/// read each other does not depend on which of them somebody asks for first.
final class RecordFacts implements MetricFacts {
  private final RuleSet rules;
  private volatile boolean complete;
  private final IdentityHashMap<Rule, Optional<Flow>> flows = new IdentityHashMap<>();
  private final Map<String, Optional<Facts>> known = new HashMap<>();
  private final Set<String> visiting = new HashSet<>();

  // How often a record turned out to read itself: what is found out meanwhile is not the whole.
  private int cycles;

  // Records that read themselves: their series come from elsewhere, too.
  private final Set<String> cyclic = new HashSet<>();

  // What is known while it is being found out.
  private final MetricFacts soFar =
      new MetricFacts() {
        @Override
        public Optional<Facts> of(InstantSelector selector) {
          return RecordFacts.this.of(selector.name());
        }

        @Override
        public Optional<MetricKind> kindOf(String metric) {
          return RecordFacts.this.kindOf(metric);
        }
      };

  RecordFacts(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public Optional<MetricKind> kindOf(String metric) {
    return rules.types().of(metric);
  }

  @Override
  public Optional<Facts> of(InstantSelector selector) {
    String metric = selector.name();
    if (metric == null || rules.recordsOf(metric).isEmpty()) {
      return Optional.empty();
    }
    complete();
    return Objects.requireNonNull(known.get(metric));
  }

  /// {@return what is known of a rule's expression, if that came to light on the way}
  Optional<Flow> kept(RecordingRule rule) {
    complete();
    return flows.getOrDefault(rule, Optional.empty());
  }

  private void complete() {
    if (!complete) {
      synchronized (this) {
        if (!complete) {
          rules.recorded().forEach(this::of);
          complete = true;
        }
      }
    }
  }

  private Optional<Flow> flow(Rule rule) {
    Optional<Flow> flow = flows.get(rule);
    if (flow == null) {
      int before = cycles;
      flow =
          rule.expr().result() instanceof Parsed parsed
              ? Optional.of(Flow.of(parsed.expr(), soFar))
              : Optional.empty();
      if (cycles == before) {
        flows.put(rule, flow);
      }
    }
    return flow;
  }

  private Optional<Facts> of(@Nullable String metric) {
    if (metric == null) {
      return Optional.empty();
    }
    Optional<Facts> facts = known.get(metric);
    if (facts != null) {
      return facts;
    }
    List<RecordingRule> records = rules.recordsOf(metric);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    if (!visiting.add(metric)) {
      cycles++;
      cyclic.add(metric);
      return Optional.empty();
    }
    int before = cycles;
    Facts all = null;
    for (RecordingRule record : records) {
      Facts one = flow(record).map(flow -> recorded(record, flow.facts())).orElse(null);
      if (one == null) {
        all = null;
        break;
      }
      all = all == null ? one : all.or(one);
    }
    visiting.remove(metric);
    facts = cyclic.contains(metric) ? Optional.empty() : Optional.ofNullable(all);
    if (cycles == before || visiting.isEmpty()) {
      known.put(metric, facts);
    }
    return facts;
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
