package dev.firedrill.replay;

import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import org.jspecify.annotations.Nullable;

/// The [RecordingScan] of a stretch of time, made when it is first asked for: a server's series are
/// known only once rules have read them.
final class LateScan {
  private final SeriesSource recording;
  private final TimeRange range;
  private @Nullable RecordingScan scan;

  LateScan(SeriesSource recording, TimeRange range) {
    this.recording = recording;
    this.range = range;
  }

  /// {@return what there is}
  RecordingScan get() {
    RecordingScan known = scan;
    if (known == null) {
      known = RecordingScan.of(recording, range);
      scan = known;
    }
    return known;
  }
}
