package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/// One test: series that are fed to the rules, and what is expected of them at given times.
///
/// @param name empty where none is written
/// @param interval between the samples of a series
/// @param externalLabels for `$externalLabels` in templates, and nothing else
/// @param externalUrl for `$externalURL` in templates
/// @param start when the test starts, in epoch milliseconds; all other times count from there
/// @param additions what promtool knows nothing of
/// @param location the whole test
public record UnitTest(
    String name,
    Duration interval,
    List<InputSeries> inputSeries,
    List<AlertExpectation> alerts,
    List<ExprExpectation> exprs,
    SortedMap<String, String> externalLabels,
    String externalUrl,
    long start,
    TestAdditions additions,
    Location location) {
  public UnitTest {
    inputSeries = List.copyOf(inputSeries);
    alerts = List.copyOf(alerts);
    exprs = List.copyOf(exprs);
  }

  /// {@return this with another start}
  ///
  /// @param time epoch milliseconds
  public UnitTest withStart(long time) {
    return new UnitTest(
        name,
        interval,
        inputSeries,
        alerts,
        exprs,
        externalLabels,
        externalUrl,
        time,
        additions,
        location);
  }

  /// {@return the names of all alerts of which something is expected}
  public Set<String> alertNames() {
    Set<String> names = new LinkedHashSet<>();
    alerts.forEach(alert -> names.add(alert.alertname()));
    additions.behaviours().forEach(behaviour -> names.add(behaviour.alertname().value()));
    return names;
  }

  /// {@return the last time that is named, since the start of the test}
  public Duration lastTime() {
    Duration last = Duration.ZERO;
    for (AlertExpectation alert : alerts) {
      last = later(last, alert.evalTime());
    }
    for (ExprExpectation expr : exprs) {
      last = later(last, expr.evalTime());
    }
    for (AlertBehaviour behaviour : additions.behaviours()) {
      last = later(last, behaviour.lastTime());
    }
    Duration until = additions.until();
    return until == null ? last : later(last, until);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// A series and its values in series notation.
  public record InputSeries(SourceText series, SourceText values) {}

  /// The alerts of a name that fire at a time.
  ///
  /// @param evalTime since the start of the test
  /// @param alertname empty where none is written, which is an error when the test runs
  /// @param timed where the time is written
  /// @param named where the name is written
  public record AlertExpectation(
      Duration evalTime,
      String alertname,
      List<ExpectedAlert> expected,
      Location timed,
      Location named,
      Location location) {
    public AlertExpectation {
      expected = List.copyOf(expected);
    }
  }

  /// An alert.
  ///
  /// @param labels without `alertname`, which is known anyway
  public record ExpectedAlert(
      SortedMap<String, String> labels, SortedMap<String, String> annotations) {}

  /// The value of an expression at a time.
  ///
  /// @param evalTime since the start of the test
  /// @param tolerance how near values must be
  /// @param timed where the time is written
  public record ExprExpectation(
      SourceText expr,
      Duration evalTime,
      List<ExpectedSample> expected,
      Tolerance tolerance,
      Location timed,
      Location location) {
    public ExprExpectation {
      expected = List.copyOf(expected);
    }
  }

  /// A sample.
  ///
  /// @param labels a series in PromQL's notation; empty for no labels
  /// @param histogram a native histogram in series notation; empty where `value` counts
  public record ExpectedSample(
      Located<String> labels, double value, Located<String> histogram, Location location) {}
}
