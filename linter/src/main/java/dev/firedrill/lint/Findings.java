package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one check is given to work with: its settings, the rule set, and where to report.
public final class Findings {
  private final CheckInfo info;
  private final ScopedSettings settings;
  private final RuleSet rules;
  private final List<Diagnostic> found;

  // What holds for the rule that is looked at; null for checks that look at all of them.
  private @Nullable CheckSettings here;

  Findings(CheckInfo info, ScopedSettings settings, RuleSet rules, List<Diagnostic> found) {
    this.info = info;
    this.settings = settings;
    this.rules = rules;
    this.found = found;
  }

  /// Goes to a place.
  ///
  /// @param scoped what is set there
  /// @return whether the check runs there
  boolean enter(CheckSettings scoped) {
    here = scoped;
    return scoped.runs(info);
  }

  /// {@return all rules of the stack}
  public RuleSet rules() {
    return rules;
  }

  /// {@return what is known of a rule's expression; empty where it does not parse}
  public Optional<Flow> flow(Rule rule) {
    return rules.flow(rule);
  }

  /// {@return what several checks want to know of a rule, worked out once}
  ///
  /// @param key whose it is; one function for each
  public <T> T once(Rule rule, Class<T> key, Function<Rule, T> work) {
    return rules.once(rule, key, work);
  }

  /// {@return what applies for a parameter of the running check}
  public <T> T get(Parameter<T> parameter) {
    CheckSettings scoped = here;
    return (scoped == null ? settings.base() : scoped).get(info.id(), parameter);
  }

  /// {@return whether another check runs at the place that is looked at, too}
  public boolean runsHere(String check) {
    CheckSettings scoped = here;
    CheckSettings settled = scoped == null ? settings.base() : scoped;
    return Checks.find(check).map(other -> settled.runs(other.info())).orElse(false);
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
    CheckSettings scoped = here;
    if (scoped == null) {
      scoped = rules.place(diagnostic.location()).map(settings::at).orElse(settings.base());
      if (!scoped.runs(info)) {
        return;
      }
    }
    found.add(scoped.adjust(info, diagnostic));
  }
}
