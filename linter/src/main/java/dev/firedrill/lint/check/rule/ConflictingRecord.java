package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One metric whose series carry other labels from rule to rule.
@AutoService(Check.class)
public final class ConflictingRecord implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "rule/conflicting-record",
          Severity.WARNING,
          "one record produced with differing label names");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    for (String name : findings.rules().recorded()) {
      RecordingRule first = null;
      Set<String> labels = Set.of();
      for (RecordingRule record : findings.rules().recordsOf(name)) {
        Set<String> own = labels(record, findings).orElse(null);
        if (own == null) {
          continue;
        }
        if (first == null) {
          first = record;
          labels = own;
        } else if (!own.equals(labels) && !areToldApart(record, first, findings)) {
          findings.add(
              findings
                  .at(
                      record.name().location(),
                      "`"
                          + name
                          + "` carries "
                          + names(own)
                          + " here, and "
                          + names(labels)
                          + " elsewhere")
                  .withNote("the other rule", first.name().location())
                  .withHelp("aggregate by the same labels, or give one of them another name"));
        }
      }
    }
  }

  // A label with a value for each rule tells them apart, where the expressions keep the same
  // labels, or where it says itself what is kept: `by: instance`.
  private static boolean areToldApart(RecordingRule one, RecordingRule other, Findings findings) {
    Map<String, String> own = values(one, findings);
    Map<String, String> others = values(other, findings);
    Set<String> kept = kept(one, own, findings);
    Set<String> keptByOther = kept(other, others, findings);
    for (Map.Entry<String, String> label : own.entrySet()) {
      String value = others.get(label.getKey());
      if (value != null
          && !value.equals(label.getValue())
          && (kept.equals(keptByOther)
              || (kept.contains(label.getValue()) || keptByOther.contains(value)))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> values(RecordingRule record, Findings findings) {
    Map<String, String> values = new HashMap<>();
    findings.flow(record).ifPresent(flow -> values.putAll(flow.facts().labels().values()));
    for (LabelText label : record.labels()) {
      values.put(label.name().value(), label.value().text());
    }
    return values;
  }

  private static Set<String> kept(
      RecordingRule record, Map<String, String> values, Findings findings) {
    Set<String> kept = new TreeSet<>(labels(record, findings).orElse(Set.of()));
    kept.removeAll(values.keySet());
    return kept;
  }

  /// {@return the labels that a record's series may have; empty where that is not known}
  private static Optional<Set<String>> labels(RecordingRule record, Findings findings) {
    LabelFlow flow = findings.flow(record).map(each -> each.facts().labels()).orElse(null);
    if (flow == null || flow.open()) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>(flow.named());
    names.remove(Labels.METRIC_NAME);
    for (LabelText label : findings.rules().groupOf(record).labels()) {
      names.add(label.name().value());
    }
    for (LabelText label : record.labels()) {
      names.add(label.name().value());
    }
    return Optional.of(names);
  }

  private static String names(Set<String> labels) {
    return labels.isEmpty() ? "no labels" : String.join(", ", labels);
  }
}
