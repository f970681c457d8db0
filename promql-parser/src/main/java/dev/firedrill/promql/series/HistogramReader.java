package dev.firedrill.promql.series;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.series.SeriesToken.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a native histogram in series notation: `{{schema:1 sum:3 count:4 buckets:[1 3]}}`.
final class HistogramReader {
  private final SeriesTokens tokens;
  private final SeriesNumbers numbers;
  private final Set<HistogramKey> seen = EnumSet.noneOf(HistogramKey.class);
  private CounterResetHint hint = CounterResetHint.UNKNOWN;
  private int schema;
  private int offset;
  private int negativeOffset;
  private double sum;
  private double count;
  private double zeroCount;
  private double zeroThreshold;
  private List<Double> positive = List.of();
  private List<Double> negative = List.of();
  private List<Double> customBounds = List.of();

  HistogramReader(SeriesTokens tokens, SeriesNumbers numbers) {
    this.tokens = tokens;
    this.numbers = numbers;
  }

  /// {@return whether a word says what is known of a counter reset}
  static boolean isHint(String word) {
    for (CounterResetHint hint : CounterResetHint.values()) {
      if (hint.keyword().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  /// {@return what a word says of a counter reset}
  static CounterResetHint hint(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (CounterResetHint hint : CounterResetHint.values()) {
      if (hint.keyword().equals(lower)) {
        return hint;
      }
    }
    throw new IllegalArgumentException("no counter reset hint: " + word);
  }

  /// {@return the histogram, whose opening braces were read}
  SeriesValue.HistogramSample read() {
    NativeHistogram histogram = histogram();
    return new SeriesValue.HistogramSample(
        histogram, seen.contains(HistogramKey.COUNTER_RESET_HINT));
  }

  private NativeHistogram histogram() {
    if (tokens.accept(Kind.SPACE)) {
      tokens.expectInValue(Kind.CLOSE_HISTOGRAM);
      return NativeHistogram.EMPTY;
    }
    while (!tokens.accept(Kind.CLOSE_HISTOGRAM)) {
      SeriesToken key = tokens.expectInValue(Kind.HISTOGRAM_KEY);
      tokens.expectInValue(Kind.COLON);
      readValue(HistogramKey.of(key.text()));
      if (!tokens.accept(Kind.SPACE) && !tokens.isAt(Kind.CLOSE_HISTOGRAM)) {
        throw tokens.unexpectedInValue();
      }
    }
    return new NativeHistogram(
        hint,
        schema,
        zeroThreshold,
        zeroCount,
        count,
        sum,
        buckets(offset, positive),
        buckets(negativeOffset, negative),
        customBounds);
  }

  private static Buckets buckets(int offset, List<Double> counts) {
    return Buckets.of(offset, counts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void readValue(HistogramKey key) {
    switch (key) {
      case SUM -> sum = numbers.signed();
      case COUNT -> count = numbers.signed();
      case SCHEMA -> schema = numbers.integer();
      case OFFSET -> offset = numbers.integer();
      case NEGATIVE_OFFSET -> negativeOffset = numbers.integer();
      case BUCKETS -> positive = list();
      case NEGATIVE_BUCKETS -> negative = list();
      case ZERO_BUCKET -> zeroCount = numbers.signed();
      case ZERO_BUCKET_WIDTH -> zeroThreshold = numbers.number();
      case CUSTOM_VALUES -> customBounds = list();
      case COUNTER_RESET_HINT -> hint = hint(tokens.expectInValue(Kind.RESET_HINT).text());
    }
    if (!seen.add(key)) {
      // Prometheus has no place for this one.
      throw new SeriesSyntaxException(
          "duplicate key " + GoQuote.quote(key.keyword()) + " in histogram", Span.at(0));
    }
  }

  private List<Double> list() {
    tokens.expectInValue(Kind.LEFT_BRACKET);
    List<Double> values = new ArrayList<>();
    do {
      values.add(numbers.signed());
    } while (tokens.accept(Kind.SPACE) && !tokens.isAt(Kind.RIGHT_BRACKET));
    tokens.expectInValue(Kind.RIGHT_BRACKET);
    return values;
  }
}
