package dev.firedrill.promql.series;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesToken.Kind;

/// Reads the name and labels of a series: `name{label="value"}`, or with the name in quotes inside
/// the braces.
final class MetricReader {
  private static final String IN_LABELS = " in label set, expected ";

  private final SeriesTokens tokens;
  private final Labels.Builder labels = Labels.EMPTY.toBuilder();

  MetricReader(SeriesTokens tokens) {
    this.tokens = tokens;
  }

  /// {@return whether a metric starts here}
  boolean isHere() {
    return tokens.isAt(Kind.LEFT_BRACE) || SeriesWords.canNameMetric(tokens.peek());
  }

  /// {@return the labels, the metric name among them}
  Labels read() {
    String name = tokens.isAt(Kind.LEFT_BRACE) ? "" : tokens.take().text();
    if (tokens.accept(Kind.LEFT_BRACE)) {
      readLabels();
    }
    return (name.isEmpty() ? labels : labels.set(Labels.METRIC_NAME, name)).build();
  }

  private void readLabels() {
    while (!tokens.accept(Kind.RIGHT_BRACE)) {
      readLabel();
      if (!tokens.accept(Kind.COMMA) && !tokens.isAt(Kind.RIGHT_BRACE)) {
        throw tokens.unexpected(IN_LABELS + "\",\" or \"}\"");
      }
    }
  }

  private void readLabel() {
    boolean quoted = tokens.isAt(Kind.STRING);
    if (!quoted && !tokens.isAt(Kind.IDENTIFIER)) {
      throw tokens.unexpected(IN_LABELS + "identifier or \"}\"");
    }
    String text = tokens.take().text();
    String name = quoted ? GoQuote.unquote(text) : text;
    if (tokens.accept(Kind.EQUALS)) {
      if (!tokens.isAt(Kind.STRING)) {
        throw tokens.unexpected(IN_LABELS + "string");
      }
      labels.set(name, GoQuote.unquote(tokens.take().text()));
    } else if (quoted) {
      labels.set(Labels.METRIC_NAME, name);
    } else {
      throw tokens.unexpected(IN_LABELS + "\"=\"");
    }
  }
}
