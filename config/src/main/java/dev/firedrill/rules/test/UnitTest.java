package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/// One test: series that are fed to the rules, and what is expected of them at given times.
///
/// @param name empty where none is written
/// @param interval between the samples of a series
/// @param externalLabels for `$externalLabels` in templates, and nothing else
/// @param externalUrl for `$externalURL` in templates
/// @param start when the test starts, in epoch milliseconds; all other times count from there
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
    Location location) {
  public UnitTest {
    inputSeries = List.copyOf(inputSeries);
    alerts = List.copyOf(alerts);
    exprs = List.copyOf(exprs);
  }

  /// A series and its values in series notation.
  public record InputSeries(SourceText series, SourceText values) {}

  /// The alerts of a name that fire at a time.
  ///
  /// @param evalTime since the start of the test
  /// @param alertname empty where none is written, which is an error when the test runs
  public record AlertExpectation(
      Duration evalTime, String alertname, List<ExpectedAlert> expected, Location location) {
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
  public record ExprExpectation(
      SourceText expr, Duration evalTime, List<ExpectedSample> expected, Location location) {
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
