package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import org.jspecify.annotations.Nullable;

/// What a file of recorded series holds.
///
/// @param timed the samples with times, sorted by labels
/// @param scrape the samples without, as one scrape has them: each series with one at time 0
public record RecordedText(SeriesSource timed, SeriesStore scrape) {
  /// {@return series that all have times}
  static Loaded<RecordedText> timed(Loaded<SeriesSource> read) {
    @Nullable SeriesSource source = read.value();
    return new Loaded<>(
        source == null ? null : new RecordedText(source, new SeriesStore()), read.diagnostics());
  }
}
