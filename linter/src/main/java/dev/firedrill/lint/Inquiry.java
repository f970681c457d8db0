package dev.firedrill.lint;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.WebPages;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.time.Duration;
import java.util.Optional;

/// What one check of a rule with a server's help is given to work with.
public final class Inquiry {
  private final CheckInfo info;
  private final CheckSettings settings;
  private final RuleSet rules;
  private final Online online;

  Inquiry(CheckInfo info, CheckSettings settings, RuleSet rules, Online online) {
    this.info = info;
    this.settings = settings;
    this.rules = rules;
    this.online = online;
  }

  /// {@return all rules of the stack}
  public RuleSet rules() {
    return rules;
  }

  /// {@return the server on which the rules are to run; empty where only others are given}
  public Optional<PrometheusApi> prometheus() {
    return online.prometheus();
  }

  /// {@return what looks whether pages are there}
  public WebPages pages() {
    return online.pages();
  }

  /// {@return the time for which the server is asked, in epoch milliseconds}
  public long now() {
    return online.now().toEpochMilli();
  }

  /// {@return a time before that for which the server is asked, in epoch milliseconds}
  public long before(Duration time) {
    return now() - time.toMillis();
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
}
