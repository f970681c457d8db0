package dev.firedrill.rules.test;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.rules.run.ParseErrors;
import dev.firedrill.rules.run.RuleException;
import dev.firedrill.rules.run.StepQuery;
import dev.firedrill.rules.test.UnitTest.ExpectedSample;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Compares what expressions yield with what is expected, on everything that was loaded and
/// recorded.
///
/// @param fuzzy whether values may be neighbours rather than equal; NaN equals nothing either way
record ExprComparison(Engine engine, SeriesSource source, UnitTest test, boolean fuzzy) {
  Optional<TestFailure> compare(ExprExpectation expectation) {
    try {
      List<QueryResult.Sample> expected = expected(expectation);
      List<QueryResult.Sample> got = new ArrayList<>(evaluate(expectation));
      got.sort(Comparator.comparing(QueryResult.Sample::labels));
      expected.sort(Comparator.comparing(QueryResult.Sample::labels));
      return equal(expectation.tolerance(), expected, got)
          ? Optional.empty()
          : Optional.of(failure(expectation, "", samples(expected), samples(got)));
    } catch (RuleException e) {
      return Optional.of(failure(expectation, e.text(), List.of(), List.of()));
    }
  }

  private List<QueryResult.Sample> evaluate(ExprExpectation expectation) throws RuleException {
    ParseResult result = Promql.parse(expectation.expr().text(), ParseOptions.DEFAULT);
    return switch (result) {
      case ParseResult.Parsed parsed ->
          new StepQuery(engine, source, parsed.expr())
              .at(test.start() + expectation.evalTime().toMillis());
      case ParseResult.Rejected rejected ->
          throw new RuleException(ParseErrors.text(rejected.text(), rejected.first()));
    };
  }

  private static List<QueryResult.Sample> expected(ExprExpectation expectation)
      throws RuleException {
    List<QueryResult.Sample> samples = new ArrayList<>();
    for (ExpectedSample sample : expectation.expected()) {
      if (!sample.histogram().value().isEmpty()) {
        throw new RuleException("not supported yet by the simulator: native histograms");
      }
      samples.add(new QueryResult.Sample(labels(sample), sample.value()));
    }
    return samples;
  }

  private static Labels labels(ExpectedSample sample) throws RuleException {
    String text = sample.labels().value();
    return switch (SeriesNotation.parseMetric(text)) {
      case SeriesResult.Parsed parsed -> parsed.series().labels();
      case SeriesResult.Rejected rejected ->
          throw new RuleException(
              "labels " + GoQuote.quote(text) + ": " + ParseErrors.text(text, rejected.error()));
    };
  }

  private boolean equal(
      Tolerance tolerance, List<QueryResult.Sample> expected, List<QueryResult.Sample> got) {
    if (expected.size() != got.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      boolean same = expected.get(i).labels().equals(got.get(i).labels());
      if (!same || !equal(tolerance, expected.get(i).value(), got.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private boolean equal(Tolerance tolerance, double expected, double got) {
    return tolerance.accepts(expected, got)
        || (fuzzy && (got == Math.nextUp(expected) || got == Math.nextDown(expected)));
  }

  private static TestFailure failure(
      ExprExpectation expectation,
      String message,
      List<Observation> expected,
      List<Observation> got) {
    return new TestFailure(
        TestFailure.Kind.EXPR,
        expectation.expr().text(),
        expectation.evalTime(),
        message,
        expected,
        got,
        expectation.location());
  }

  private static List<Observation> samples(List<QueryResult.Sample> samples) {
    List<Observation> observed = new ArrayList<>();
    for (QueryResult.Sample sample : samples) {
      observed.add(
          new Observation.ResultSample(new TreeMap<>(sample.labels().toMap()), sample.value()));
    }
    return observed;
  }
}
