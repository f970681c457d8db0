package dev.firedrill.alertmanager;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// Why an alert is muted by another one.
///
/// @param source labels of the alert that mutes it
public record Inhibition(InhibitRule rule, Labels source) {
  /// {@return the rules that mute an alert, in their order; none where it is not muted}
  ///
  /// As Alertmanager does since 0.30, each rule looks at one source only for each set of values of
  /// the `equal` labels: the one that ends last, of equals the latest. So an alert that matches
  /// both sides of a rule can hide another source.
  ///
  /// @param active labels of the alerts that are not resolved, the one that ends last at the end
  public static List<Inhibition> of(List<InhibitRule> rules, List<Labels> active, Labels target) {
    List<Inhibition> found = new ArrayList<>();
    for (InhibitRule rule : rules) {
      active.reversed().stream()
          .filter(alert -> rule.isSource(alert) && rule.agree(alert, target))
          .findFirst()
          .filter(source -> rule.mutes(source, target))
          .ifPresent(source -> found.add(new Inhibition(rule, source)));
    }
    return found;
  }
}
