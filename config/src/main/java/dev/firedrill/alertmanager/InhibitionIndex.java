package dev.firedrill.alertmanager;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of many active alerts mute others.
///
/// As Alertmanager does since 0.30, each rule knows one source only for each set of values of the
/// `equal` labels: the one that ends last, of equals the latest. So an alert that matches both
/// sides of a rule can hide another source.
public final class InhibitionIndex {
  private final List<InhibitRule> rules;

  // For each rule, sources by their values of the `equal` labels.
  private final List<Map<List<String>, Labels>> sources = new ArrayList<>();

  /// An index of alerts.
  ///
  /// @param active labels of the alerts that are not resolved, the one that ends last at the end
  public InhibitionIndex(List<InhibitRule> rules, List<Labels> active) {
    this.rules = List.copyOf(rules);
    for (InhibitRule rule : rules) {
      Map<List<String>, Labels> byValues = new HashMap<>();
      for (Labels alert : active) {
        if (rule.isSource(alert)) {
          byValues.put(values(rule, alert), alert);
        }
      }
      sources.add(byValues);
    }
  }

  /// {@return the rules that mute an alert, in their order; none where it is not muted}
  public List<Inhibition> of(Labels target) {
    List<Inhibition> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      InhibitRule rule = rules.get(i);
      if (!sources.get(i).isEmpty()) {
        @Nullable Labels source = sources.get(i).get(values(rule, target));
        if (source != null && rule.mutes(source, target)) {
          found.add(new Inhibition(rule, source));
        }
      }
    }
    return found;
  }

  private static List<String> values(InhibitRule rule, Labels alert) {
    return rule.equal().stream().map(name -> alert.get(name.value())).toList();
  }
}
