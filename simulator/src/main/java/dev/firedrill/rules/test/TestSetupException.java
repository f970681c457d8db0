package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseError;
import dev.firedrill.promql.series.SeriesAdvice;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.rules.test.UnitTest.InputSeries;

/// A test that cannot be run because something in it does not make sense.
final class TestSetupException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String CHECK = "test/setup";
  private static final String SERIES_CHECK = "test/series";

  private final String text;
  private final transient Diagnostic diagnostic;

  /// @param location where it is
  TestSetupException(String text, Location location) {
    this(text, Diagnostic.error(CHECK, text, location));
  }

  /// @param text in the words of promtool
  TestSetupException(String text, Diagnostic diagnostic) {
    super(text);
    this.text = text;
    this.diagnostic = diagnostic;
  }

  /// {@return what is wrong with the notation of a series, and where}
  ///
  /// @param line of the series as promtool counts it: the first of a test is in line 2
  static TestSetupException of(ParseError error, InputSeries input, int line) {
    int seriesLength = input.series().text().length();
    boolean inSeries = error.span().start() < seriesLength;
    // What a series leaves open is found out only in its values.
    boolean leftOpen = !inSeries && isRejected(input.series().text());
    SourceText part = inSeries || leftOpen ? input.series() : input.values();
    int shift = inSeries ? 0 : Math.min(error.span().start(), seriesLength + 1);
    Span span = inSeries ? error.span() : error.span().shift(-shift);
    span = leftOpen ? Span.at(seriesLength) : span;
    int column = error.span().start() + 1;
    String text = line + ":" + column + ": parse error: " + error.message();
    Diagnostic diagnostic =
        Diagnostic.error(SERIES_CHECK, error.message(), part.locate(span))
            .withHelp(SeriesAdvice.help(error, !inSeries));
    return new TestSetupException(text, diagnostic);
  }

  private static boolean isRejected(String series) {
    return SeriesNotation.parseMetric(series) instanceof SeriesResult.Rejected;
  }

  /// {@return what is wrong, in the words of promtool}
  String text() {
    return text;
  }

  /// {@return what is wrong, and where}
  Diagnostic diagnostic() {
    return diagnostic;
  }
}
