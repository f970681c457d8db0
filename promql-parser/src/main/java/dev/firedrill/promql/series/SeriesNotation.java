package dev.firedrill.promql.series;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesToken.Kind;
import java.util.List;

/// Reads series notation, the small language for series in unit tests of rules and in PromQL test
/// scripts.
///
/// Items stand between blanks, each for one step or more: `5`, `-0.5`, `stale`, `NaN` (one value),
/// `_` (none), `_x3` (none three times), `5x3` (four times 5), `1+2x3` (1, 3, 5, 7), `1-2x3`, and
/// the same with native histograms: `{{sum:1 count:2}}+{{sum:1}}x3`.
public final class SeriesNotation {
  private SeriesNotation() {}

  /// {@return what came of reading a metric followed by its values}; an empty text is a series
  /// without labels and values.
  public static SeriesResult parse(String text) {
    try {
      SeriesTokens tokens = new SeriesTokens(new SeriesScanner(text, true));
      MetricReader metric = new MetricReader(tokens);
      if (tokens.isAt(Kind.END)) {
        return new SeriesResult.Parsed(new SeriesDescription(Labels.EMPTY, List.of()));
      }
      if (!metric.isHere()) {
        throw tokens.unexpectedInValue();
      }
      Labels labels = metric.read();
      return new SeriesResult.Parsed(new SeriesDescription(labels, new ValueReader(tokens).read()));
    } catch (SeriesSyntaxException e) {
      return new SeriesResult.Rejected(e.error());
    }
  }

  /// {@return what came of reading a metric without values, as in the expected samples of a unit
  ///     test}; an empty text has no labels.
  public static SeriesResult parseMetric(String text) {
    try {
      SeriesTokens tokens = new SeriesTokens(new SeriesScanner(text, false));
      MetricReader metric = new MetricReader(tokens);
      Labels labels = metric.isHere() ? metric.read() : Labels.EMPTY;
      if (!tokens.isAt(Kind.END)) {
        throw tokens.unexpected("");
      }
      return new SeriesResult.Parsed(new SeriesDescription(labels, List.of()));
    } catch (SeriesSyntaxException e) {
      return new SeriesResult.Rejected(e.error());
    }
  }
}
