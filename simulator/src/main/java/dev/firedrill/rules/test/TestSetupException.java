package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseError;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import org.jspecify.annotations.Nullable;

/// A test that cannot be run because something in it does not make sense.
final class TestSetupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final transient @Nullable Location location;

  /// @param location where it is; null where it is the test as a whole
  TestSetupException(String text, @Nullable Location location) {
    super(text);
    this.text = text;
    this.location = location;
  }

  /// {@return what is wrong with the notation of a series, and where}
  ///
  /// @param line of the series as promtool counts it: the first of a test is in line 2
  static TestSetupException of(ParseError error, InputSeries input, int line) {
    int seriesLength = input.series().text().length();
    boolean inSeries = error.span().start() < seriesLength;
    SourceText part = inSeries ? input.series() : input.values();
    int shift = inSeries ? 0 : Math.min(error.span().start(), seriesLength + 1);
    Span span = inSeries ? error.span() : error.span().shift(-shift);
    int column = error.span().start() + 1;
    String text = line + ":" + column + ": parse error: " + error.message();
    return new TestSetupException(text, part.locate(span));
  }

  String text() {
    return text;
  }

  @Nullable Location location() {
    return location;
  }
}
