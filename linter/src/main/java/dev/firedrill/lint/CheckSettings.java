package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.settings.CheckSetting;
import dev.firedrill.settings.CheckSetting.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which checks run, how severe their findings are, and what their parameters are set to.
///
/// @param only ids of the checks to run; empty for all that are on
/// @param skip ids of checks not to run
/// @param strict whether remarks about conventions are warnings
/// @param checks what is set, by check id; parameters are of their own types
public record CheckSettings(
    Set<String> only, Set<String> skip, boolean strict, Map<String, CheckSetting> checks) {
  /// What applies where nothing is set.
  public static final CheckSettings DEFAULT =
      new CheckSettings(Set.of(), Set.of(), false, Map.of());

  public CheckSettings {
    only = Set.copyOf(only);
    skip = Set.copyOf(skip);
    checks = Map.copyOf(checks);
  }

  /// {@return these, for some checks only}
  ///
  /// @param chosen ids of the checks to run; empty for all that are on
  /// @param left ids of checks not to run
  public CheckSettings choose(Set<String> chosen, Set<String> left) {
    return new CheckSettings(chosen, left, strict, checks);
  }

  /// {@return these with some things set otherwise}
  CheckSettings with(Map<String, CheckSetting> others) {
    Map<String, CheckSetting> all = new HashMap<>(checks);
    others.forEach((id, other) -> all.merge(id, other, CheckSettings::merged));
    return new CheckSettings(only, skip, strict, all);
  }

  private static CheckSetting merged(CheckSetting one, CheckSetting other) {
    Map<String, Object> parameters = new HashMap<>(one.parameters());
    parameters.putAll(other.parameters());
    Level level = other.level();
    return new CheckSetting(level == null ? one.level() : level, parameters);
  }

  /// {@return whether a check runs}
  public boolean runs(CheckInfo check) {
    if (skip.contains(check.id())) {
      return false;
    }
    return only.isEmpty() ? isOn(check) : only.contains(check.id());
  }

  private boolean isOn(CheckInfo check) {
    CheckSetting setting = checks.get(check.id());
    if (setting == null) {
      return check.enabled();
    }
    Level level = setting.level();
    return level == null ? check.enabled() || !setting.parameters().isEmpty() : level != Level.OFF;
  }

  /// {@return the value of a parameter}
  @SuppressWarnings("unchecked") // the reader of the settings took the type from the parameter
  public <T> T get(String check, Parameter<T> parameter) {
    CheckSetting setting = checks.get(check);
    Object set = setting == null ? null : setting.parameters().get(parameter.name());
    return set == null ? parameter.defaultValue() : (T) set;
  }

  /// {@return the finding at the severity that is set for its check}
  Diagnostic adjust(CheckInfo check, Diagnostic diagnostic) {
    Severity severity = severity(checks.get(check.id()));
    if (severity != null) {
      return diagnostic.withSeverity(severity);
    }
    boolean raised = strict && check.convention() && diagnostic.severity() == Severity.INFO;
    return raised ? diagnostic.withSeverity(Severity.WARNING) : diagnostic;
  }

  private static @Nullable Severity severity(@Nullable CheckSetting setting) {
    Level level = setting == null ? null : setting.level();
    if (level == null) {
      return null;
    }
    return switch (level) {
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARNING;
      case ERROR -> Severity.ERROR;
      case OFF -> null;
    };
  }
}
