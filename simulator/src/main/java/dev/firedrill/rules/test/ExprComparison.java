package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.series.SeriesAdvice;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.rules.run.ParseErrors;
import dev.firedrill.rules.run.RuleException;
import dev.firedrill.rules.run.StepQuery;
import dev.firedrill.rules.test.UnitTest.ExpectedSample;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what expressions yield with what is expected, on everything that was loaded and
/// recorded.
///
/// @param fuzzy whether values may be neighbours rather than equal; NaN equals nothing either way
record ExprComparison(Engine engine, SeriesSource source, UnitTest test, boolean fuzzy) {
  Optional<TestFailure> compare(ExprExpectation expectation) {
    ParseResult parsed = Promql.parse(expectation.expr().text(), engine.options().syntax());
    try {
      List<Observed> expected = expected(expectation);
      List<Observed> got = new ArrayList<>();
      evaluate(parsed, expectation).forEach(sample -> got.add(Observed.of(sample)));
      got.sort(Comparator.comparing(Observed::labels));
      expected.sort(Comparator.comparing(Observed::labels));
      return equal(expectation.tolerance(), expected, got)
          ? Optional.empty()
          : Optional.of(failure(expectation, "", samples(expected), samples(got)));
    } catch (RuleException e) {
      return Optional.of(
          failure(expectation, e.text(), List.of(), List.of())
              .withDiagnostic(diagnostic(parsed, e, expectation)));
    } catch (TestSetupException e) {
      return Optional.of(
          failure(expectation, e.text(), List.of(), List.of()).withDiagnostic(e.diagnostic()));
    }
  }

  /// A sample as promtool compares it.
  ///
  /// @param value 0 for a native histogram
  /// @param histogram in series notation; null for a number
  private record Observed(Labels labels, double value, @Nullable String histogram) {
    static Observed of(QueryResult.Sample sample) {
      @Nullable NativeHistogram histogram = sample.histogram();
      return histogram == null
          ? new Observed(sample.labels(), sample.value(), null)
          : new Observed(sample.labels(), 0, histogram.toNotation());
    }
  }

  private static Diagnostic diagnostic(
      ParseResult result, RuleException problem, ExprExpectation expectation) {
    Span part = problem.span();
    return switch (result) {
      case ParseResult.Rejected rejected -> rejected.diagnostics(expectation.expr()).getFirst();
      case ParseResult.Parsed parsed -> {
        SourceText written = expectation.expr();
        Location place = part == null ? written.location() : written.locate(part);
        ValueType type = ValueTypes.of(parsed.expr());
        boolean comparable = type == ValueType.INSTANT_VECTOR || type == ValueType.SCALAR;
        yield Diagnostic.error("test/expression", problem.text(), place)
            .withHelp(comparable ? null : "it is a " + type.title());
      }
    };
  }

  private List<QueryResult.Sample> evaluate(ParseResult result, ExprExpectation expectation)
      throws RuleException {
    return switch (result) {
      case ParseResult.Parsed parsed ->
          new StepQuery(engine, source, parsed.expr())
              .at(test.start() + expectation.evalTime().toMillis());
      case ParseResult.Rejected rejected ->
          throw new RuleException(ParseErrors.text(rejected.text(), rejected.first()));
    };
  }

  private static List<Observed> expected(ExprExpectation expectation) throws TestSetupException {
    List<Observed> samples = new ArrayList<>();
    for (ExpectedSample sample : expectation.expected()) {
      samples.add(new Observed(labels(sample), sample.value(), histogram(sample)));
    }
    return samples;
  }

  private static @Nullable String histogram(ExpectedSample sample) throws TestSetupException {
    String text = sample.histogram().value();
    if (text.isEmpty()) {
      return null;
    }
    String series = "{} " + text;
    return switch (SeriesNotation.parse(series)) {
      case SeriesResult.Parsed parsed -> histogram(parsed.series().values(), sample);
      case SeriesResult.Rejected rejected ->
          throw malformed(
              sample,
              sample.histogram().location(),
              ParseErrors.text(series, rejected.error()),
              rejected.error().message(),
              "one histogram, such as {{schema:0 sum:5 count:4 buckets:[1 2 1]}}");
    };
  }

  private static String histogram(List<SeriesValue> values, ExpectedSample sample)
      throws TestSetupException {
    String problem;
    if (values.size() != 1) {
      problem = "expected 1 value, got " + values.size();
    } else {
      switch (values.getFirst()) {
        case SeriesValue.HistogramSample one -> {
          return one.histogram().toNotation();
        }
        case SeriesValue.Missing _ -> problem = "expected histogram, got _";
        case SeriesValue.Sample number ->
            problem = "expected histogram, got " + GoFloat.plain(number.value(), 6);
      }
    }
    throw malformed(sample, sample.histogram().location(), problem, problem, null);
  }

  private static Labels labels(ExpectedSample sample) throws TestSetupException {
    String text = sample.labels().value();
    return switch (SeriesNotation.parseMetric(text)) {
      case SeriesResult.Parsed parsed -> parsed.series().labels();
      case SeriesResult.Rejected rejected ->
          throw malformed(
              sample,
              sample.labels().location(),
              ParseErrors.text(text, rejected.error()),
              rejected.error().message(),
              SeriesAdvice.help(rejected.error(), false));
    };
  }

  // promtool names the labels of the sample, people want its place.
  private static TestSetupException malformed(
      ExpectedSample sample,
      Location place,
      String problem,
      String message,
      @Nullable String help) {
    String labels = "labels " + GoQuote.quote(sample.labels().value()) + ": ";
    return new TestSetupException(
        labels + problem, Diagnostic.error("test/sample", message, place).withHelp(help));
  }

  private boolean equal(Tolerance tolerance, List<Observed> expected, List<Observed> got) {
    if (expected.size() != got.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      Observed one = expected.get(i);
      Observed other = got.get(i);
      boolean same =
          one.labels().equals(other.labels())
              && Objects.equals(one.histogram(), other.histogram())
              && equal(tolerance, one.value(), other.value());
      if (!same) {
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

  private static List<Observation> samples(List<Observed> samples) {
    List<Observation> observed = new ArrayList<>();
    for (Observed sample : samples) {
      TreeMap<String, String> labels = new TreeMap<>(sample.labels().toMap());
      observed.add(new Observation.ResultSample(labels, sample.value(), sample.histogram()));
    }
    return observed;
  }
}
