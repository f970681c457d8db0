package dev.firedrill.alertmanager;

import dev.firedrill.labels.Labels;
import java.util.List;

/// Why an alert is muted by another one.
///
/// @param source labels of the alert that mutes it
public record Inhibition(InhibitRule rule, Labels source) {
  /// {@return the rules that mute an alert, in their order; none where it is not muted}
  ///
  /// For many alerts make an [InhibitionIndex] once.
  ///
  /// @param active labels of the alerts that are not resolved, the one that ends last at the end
  public static List<Inhibition> of(List<InhibitRule> rules, List<Labels> active, Labels target) {
    return new InhibitionIndex(rules, active).of(target);
  }
}
