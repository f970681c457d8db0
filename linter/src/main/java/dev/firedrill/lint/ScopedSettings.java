package dev.firedrill.lint;

import dev.firedrill.settings.CheckSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Settings that differ from rule to rule.
///
/// @param base what holds where no override does
/// @param overrides in the order of the settings; later ones win
public record ScopedSettings(CheckSettings base, List<Deviation> overrides) {
  /// What applies where nothing is set.
  public static final ScopedSettings DEFAULT = of(CheckSettings.DEFAULT);

  public ScopedSettings {
    overrides = List.copyOf(overrides);
  }

  /// {@return settings that are the same everywhere}
  public static ScopedSettings of(CheckSettings settings) {
    return new ScopedSettings(settings, List.of());
  }

  /// Other settings for some of the rules.
  ///
  /// @param scope where it holds
  /// @param checks what it sets, by check id
  public record Deviation(RuleScope scope, Map<String, CheckSetting> checks) {
    public Deviation {
      checks = Map.copyOf(checks);
    }
  }

  /// {@return these, for some checks only}
  ///
  /// @param chosen ids of the checks to run; empty for all that are on
  /// @param left ids of checks not to run
  public ScopedSettings choose(Set<String> chosen, Set<String> left) {
    return new ScopedSettings(base.choose(chosen, left), overrides);
  }

  /// {@return whether a check runs anywhere}
  boolean runsSomewhere(CheckInfo check) {
    if (base.runs(check)) {
      return true;
    }
    for (Deviation override : overrides) {
      if (override.checks.containsKey(check.id()) && base.with(override.checks).runs(check)) {
        return true;
      }
    }
    return false;
  }

  /// {@return what holds at a place}
  CheckSettings at(RulePlace place) {
    CheckSettings settings = base;
    for (Deviation override : overrides) {
      if (override.scope.contains(place)) {
        settings = settings.with(override.checks);
      }
    }
    return settings;
  }
}
