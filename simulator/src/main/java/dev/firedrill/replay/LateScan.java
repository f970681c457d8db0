package dev.firedrill.replay;

import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.function.LongConsumer;
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

  /// {@return what is looked over}
  SeriesSource recording() {
    return recording;
  }

  /// {@return what there is}
  /// @param reached is told how far the recording has been looked over, where that is done now
  RecordingScan get(LongConsumer reached) {
    RecordingScan known = scan;
    if (known == null) {
      known = RecordingScan.of(recording, range, reached);
      scan = known;
    }
    return known;
  }
}
