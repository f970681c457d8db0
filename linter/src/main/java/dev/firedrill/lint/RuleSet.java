package dev.firedrill.lint;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules that one Prometheus loads: what checks take as context, whichever files findings are
/// reported for.
public final class RuleSet {
  private final List<RuleFile> files;
  private final Map<String, List<RecordingRule>> records = new HashMap<>();
  private final Map<String, List<AlertingRule>> alerts = new HashMap<>();

  /// The rules of the given files.
  public RuleSet(List<RuleFile> files) {
    this.files = List.copyOf(files);
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        switch (rule) {
          case RecordingRule record -> add(records, record);
          case AlertingRule alert -> add(alerts, alert);
        }
      }
    }
  }

  private static <R extends Rule> void add(Map<String, List<R>> index, R rule) {
    index.computeIfAbsent(rule.name().value(), name -> new ArrayList<>()).add(rule);
  }

  /// {@return the files, in the order given}
  public List<RuleFile> files() {
    return files;
  }

  /// {@return the recording rules that produce a metric; empty where none does}
  public List<RecordingRule> recordsOf(String metric) {
    return records.getOrDefault(metric, List.of());
  }

  /// {@return the alerting rules of a name; empty where there is none}
  public List<AlertingRule> alertsOf(String name) {
    return alerts.getOrDefault(name, List.of());
  }
}
