package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.util.List;

/// What one check is given to work with: its settings, the rule set, and where to report.
public final class Findings {
  private final CheckInfo info;
  private final CheckSettings settings;
  private final RuleSet rules;
  private final List<Diagnostic> found;

  Findings(CheckInfo info, CheckSettings settings, RuleSet rules, List<Diagnostic> found) {
    this.info = info;
    this.settings = settings;
    this.rules = rules;
    this.found = found;
  }

  /// {@return all rules of the stack}
  public RuleSet rules() {
    return rules;
  }

  /// {@return what applies for a parameter of the running check}
  public <T> T get(Parameter<T> parameter) {
    return settings.get(info.id(), parameter);
  }

  /// {@return a finding of the running check at its own severity, ready to be added to}
  public Diagnostic at(Location location, String message) {
    return at(info.severity(), location, message);
  }

  /// {@return a finding at a severity that differs from the check's own}
  public Diagnostic at(Severity severity, Location location, String message) {
    return Diagnostic.of(info.id(), severity, message, location);
  }

  /// Reports a finding.
  public void add(Diagnostic diagnostic) {
    found.add(settings.adjust(diagnostic));
  }
}
