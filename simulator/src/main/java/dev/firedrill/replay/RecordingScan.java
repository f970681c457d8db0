package dev.firedrill.replay;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.TimeSlices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Counts what there is in a recording: tells it by what the source knows of stretches of series,
/// or goes once over all samples, a slice of time after the other.
final class RecordingScan {
  private final Resolutions resolutions = new Resolutions();
  private Map<ResolutionTally, Resolution> found = Map.of();
  private long samples;
  private int unasked;

  private RecordingScan() {}

  /// {@return what there is of a recording in a stretch of time}
  static RecordingScan of(SeriesSource recording, TimeRange range) {
    return of(recording, range, _ -> {});
  }

  /// {@return what there is of a recording in a stretch of time}
  /// @param reached is told the times up to which it has been looked over
  static RecordingScan of(SeriesSource recording, TimeRange range, LongConsumer reached) {
    reached.accept(range.first());
    RecordingScan scan = new RecordingScan();
    if (!(recording instanceof StoredSource stored) || !scan.told(stored, range, reached)) {
      TimeSlices.read(
          recording,
          range,
          (series, slice) -> {
            scan.add(series);
            reached.accept(slice.last());
          });
    }
    GapFinder finder = new GapFinder(recording, range, scan.resolutions);
    scan.found = finder.find();
    scan.unasked = finder.unasked();
    return scan;
  }

  /// {@return whether a source could tell what there is without all samples being read}
  private boolean told(StoredSource stored, TimeRange range, LongConsumer reached) {
    return resolutions.learn(TimeSlices.first(stored, range))
        && stored.stretches(range, this::add, reached);
  }

  private void add(Labels labels, TimeRange stretch, int count, Supplier<Samples> read) {
    samples += count;
    resolutions.add(labels, stretch, count, read);
  }

  private void add(List<Series> slice) {
    if (samples == 0) {
      resolutions.learn(slice);
    }
    for (Series series : slice) {
      if (!series.samples().isEmpty()) {
        samples += series.samples().size();
        resolutions.add(series.labels(), series.samples());
      }
    }
  }

  /// {@return the number of series}
  int series() {
    return resolutions.series();
  }

  /// {@return how many gaps are only taken for such, since a server is not asked of more}
  int unasked() {
    return unasked;
  }

  /// {@return the number of samples}
  long samples() {
    return samples;
  }

  /// {@return whether a series has samples in the stretch of time}
  boolean has(Labels series) {
    return resolutions.has(series);
  }

  /// {@return the resolutions of the recording, that of the closest samples first; their gaps are
  ///     each from the last sample before to the first after, as far as that is within the stretch
  ///     of time}
  List<Resolution> resolutions() {
    return resolutions.all().stream().flatMap(tally -> found(tally).stream()).toList();
  }

  /// {@return that of a series; empty where it is not known}
  Optional<Resolution> resolution(Labels series) {
    return resolutions.of(series).flatMap(this::found);
  }

  private Optional<Resolution> found(ResolutionTally tally) {
    return Optional.ofNullable(found.get(tally));
  }
}
