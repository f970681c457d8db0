package dev.firedrill.promql.series;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.histogram.IncompatibleBucketsException;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.series.SeriesToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads the values of a series.
final class ValueReader {
  private static final int MAX_VALUES = 10_000_000;

  private final SeriesTokens tokens;
  private final SeriesNumbers numbers;
  private final List<SeriesValue> values = new ArrayList<>();

  ValueReader(SeriesTokens tokens) {
    this.tokens = tokens;
    this.numbers = new SeriesNumbers(tokens);
  }

  /// {@return the values up to the end}
  List<SeriesValue> read() {
    if (!tokens.isAt(Kind.END) && !tokens.isAt(Kind.SPACE)) {
      throw tokens.unexpectedInValue();
    }
    while (tokens.accept(Kind.SPACE)) {
      if (!tokens.isAt(Kind.END)) {
        readItem();
      }
    }
    if (!tokens.isAt(Kind.END)) {
      throw tokens.unexpected("");
    }
    return values;
  }

  private void readItem() {
    switch (tokens.peek().kind()) {
      case BLANK -> readBlank();
      case NUMBER, ADD, SUB, IDENTIFIER -> readSamples();
      case OPEN_HISTOGRAM -> readHistograms();
      default -> throw tokens.unexpected("");
    }
  }

  private void readBlank() {
    tokens.take();
    long times = tokens.accept(Kind.TIMES) ? repetitions(0) : 1;
    for (long i = 0; i < times; i++) {
      values.add(SeriesValue.Missing.INSTANCE);
    }
  }

  private void readSamples() {
    double value = isSign() ? signedNumber() : numberOrStale();
    double increment = 0;
    boolean rising = isSign();
    if (rising) {
      increment = signedNumber();
      if (!tokens.isAt(Kind.TIMES)) {
        throw tokens.unexpectedInValue();
      }
    }
    long steps = tokens.accept(Kind.TIMES) ? repetitions(1) : 0;
    for (long i = 0; i <= steps; i++) {
      values.add(new SeriesValue.Sample(value));
      // Added up step by step, with the rounding errors of that.
      value = rising ? value + increment : value;
    }
  }

  private boolean isSign() {
    return tokens.isAt(Kind.ADD) || tokens.isAt(Kind.SUB);
  }

  private double signedNumber() {
    return tokens.take().is(Kind.SUB) ? -numbers.number() : numbers.number();
  }

  private double numberOrStale() {
    if (!tokens.isAt(Kind.IDENTIFIER)) {
      return numbers.number();
    }
    if (!tokens.peek().text().equals("stale")) {
      throw tokens.unexpected(" in series values, expected number or \"stale\"");
    }
    tokens.take();
    return StaleNaN.STALE_NAN;
  }

  private void readHistograms() {
    SeriesValue.HistogramSample first = histogram();
    if (!isSign()) {
      long steps = tokens.accept(Kind.TIMES) ? repetitions(1) : 0;
      for (long i = 0; i <= steps; i++) {
        values.add(first);
      }
      return;
    }
    boolean subtract = tokens.take().is(Kind.SUB);
    NativeHistogram increment = histogram().histogram();
    tokens.expectInValue(Kind.TIMES);
    Span last = tokens.peek().span();
    long steps = repetitions(1);
    values.add(first);
    NativeHistogram histogram = first.histogram();
    for (long i = 0; i < steps; i++) {
      histogram = combined(histogram, increment, subtract, last);
      values.add(new SeriesValue.HistogramSample(histogram, first.hintGiven()));
    }
  }

  private SeriesValue.HistogramSample histogram() {
    tokens.expectInValue(Kind.OPEN_HISTOGRAM);
    return new HistogramReader(tokens, numbers).read();
  }

  private static NativeHistogram combined(
      NativeHistogram histogram, NativeHistogram increment, boolean subtract, Span last) {
    if (histogram.schema() > increment.schema()) {
      throw new SeriesSyntaxException(
          "error combining histograms: cannot merge from schema "
              + increment.schema()
              + " to "
              + histogram.schema(),
          last);
    }
    try {
      return subtract ? histogram.minus(increment) : histogram.plus(increment);
    } catch (IncompatibleBucketsException e) {
      throw new SeriesSyntaxException("error combining histograms: " + e.getMessage(), last);
    }
  }

  private long repetitions(int more) {
    Span span = tokens.peek().span();
    long times = numbers.count();
    if (Long.compareUnsigned(times, MAX_VALUES - values.size() - more) > 0) {
      throw new SeriesSyntaxException("series has more than 10 million values", span);
    }
    return times;
  }
}
