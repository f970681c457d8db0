package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts whose times are likely meant in the other unit: OpenMetrics has seconds, exposition text
/// milliseconds. Both are read as they are, as Prometheus does.
final class TimeUnitMistake {
  // The years 1985 to 5138, in seconds.
  private static final long FIRST = 500_000_000L;
  private static final long LAST = 100_000_000_000L;

  private TimeUnitMistake() {}

  /// {@return a remark where all times of a text are of years that only the other unit explains}
  ///
  /// @param path what the remark names
  static Optional<Diagnostic> in(String path, TextFormat format, SeriesSource series) {
    @Nullable TimeRange times = series.extent().orElse(null);
    if (times == null) {
      return Optional.empty();
    }
    boolean seconds = times.first() >= FIRST && times.last() < LAST;
    boolean millis = times.first() / 1000 >= LAST;
    return switch (format) {
      case PROMETHEUS ->
          seconds
              ? remark(
                  path,
                  "all times are in 1970 to 1973, so they may be seconds: exposition text has"
                      + " milliseconds, OpenMetrics (*.om, with # EOF at the end) seconds")
              : Optional.empty();
      case OPENMETRICS ->
          millis
              ? remark(
                  path,
                  "all times are after the year 5138, so they may be milliseconds: OpenMetrics"
                      + " has seconds")
              : Optional.empty();
    };
  }

  private static Optional<Diagnostic> remark(String path, String text) {
    Location start = new Location(SourceFile.of(path, ""), Span.at(0));
    return Optional.of(Diagnostic.of(TextRecording.CHECK, Severity.WARNING, text, start));
  }
}
