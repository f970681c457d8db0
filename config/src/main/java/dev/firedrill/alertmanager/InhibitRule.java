package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mutes target alerts while a source alert is active.
///
/// @param name since Alertmanager 0.30; null where none is written
/// @param source what a source alert must match; everything where empty. Deprecated forms included
/// @param target what a target alert must match; everything where empty. Deprecated forms included
/// @param equal labels whose values source and target must share; missing counts as empty
/// @param location the whole rule
public record InhibitRule(
    @Nullable Located<String> name,
    List<Located<Matcher>> source,
    List<Located<Matcher>> target,
    List<Located<String>> equal,
    Location location) {
  public InhibitRule {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = List.copyOf(equal);
  }

  /// {@return whether an alert can mute others}
  public boolean isSource(Labels alert) {
    return allMatch(source, alert);
  }

  /// {@return whether an alert can be muted}
  public boolean isTarget(Labels alert) {
    return allMatch(target, alert);
  }

  /// {@return whether two alerts have the same values of all `equal` labels}
  public boolean agree(Labels one, Labels other) {
    return equal.stream().allMatch(n -> one.get(n.value()).equals(other.get(n.value())));
  }

  /// {@return whether one active alert mutes another}
  ///
  /// Alerts that match both sides neither mute themselves nor each other.
  ///
  /// @param sourceAlert labels of an alert that is not resolved
  /// @param targetAlert labels of the alert that may be muted
  public boolean mutes(Labels sourceAlert, Labels targetAlert) {
    return isTarget(targetAlert)
        && isSource(sourceAlert)
        && agree(sourceAlert, targetAlert)
        && !(isSource(targetAlert) && isTarget(sourceAlert));
  }

  private static boolean allMatch(List<Located<Matcher>> matchers, Labels labels) {
    return matchers.stream().allMatch(matcher -> matcher.value().matches(labels));
  }
}
