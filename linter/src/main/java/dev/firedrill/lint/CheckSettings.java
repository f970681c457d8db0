package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import java.util.Map;
import java.util.Set;

/// Which checks run, how severe their findings are, and what their parameters are set to.
///
/// @param only ids of the checks to run; empty for all that are on
/// @param skip ids of checks not to run
/// @param severities severity by check id, where it differs from the check's own
/// @param parameters values by check id and parameter name, each of the parameter's type
public record CheckSettings(
    Set<String> only,
    Set<String> skip,
    Map<String, Severity> severities,
    Map<String, Map<String, Object>> parameters) {
  /// What applies where nothing is set.
  public static final CheckSettings DEFAULT =
      new CheckSettings(Set.of(), Set.of(), Map.of(), Map.of());

  public CheckSettings {
    only = Set.copyOf(only);
    skip = Set.copyOf(skip);
    severities = Map.copyOf(severities);
    parameters = Map.copyOf(parameters);
  }

  /// {@return whether a check runs}
  public boolean runs(CheckInfo check) {
    if (skip.contains(check.id())) {
      return false;
    }
    return only.isEmpty() ? check.enabled() : only.contains(check.id());
  }

  /// {@return the value of a parameter}
  @SuppressWarnings("unchecked") // the reader of the settings took the type from the parameter
  public <T> T get(String check, Parameter<T> parameter) {
    Object set = parameters.getOrDefault(check, Map.of()).get(parameter.name());
    return set == null ? parameter.defaultValue() : (T) set;
  }

  /// {@return the finding at the severity that is set for its check}
  Diagnostic adjust(Diagnostic diagnostic) {
    Severity severity = severities.get(diagnostic.check());
    return severity == null ? diagnostic : diagnostic.withSeverity(severity);
  }
}
