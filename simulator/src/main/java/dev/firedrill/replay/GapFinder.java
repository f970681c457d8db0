package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the gaps of a recording, resolution by resolution.
///
/// A gap is a stretch without a sample of any series of a [Resolution], more than three times as
/// long as its samples are usually apart. How long it is without is told by the samples around the
/// stretch of time that is counted, too: where the recording begins or ends within it, or before or
/// after the gap, the time without samples is a gap like others. Where all series that were there
/// end by staleness markers while others go on, the server was there and saw them go: no gap. Of a
/// server only what was asked for is known, so it is asked whether others have samples.
final class GapFinder {
  // More are not asked for one by one.
  private static final int NAMED = 50;
  // Each gap is one; who reads what is seldom there has many.
  static final int MOST_QUESTIONS = 200;

  private final SeriesSource recording;
  private final TimeRange range;
  private final Resolutions resolutions;
  private final HashMap<ResolutionTally, List<List<LabelMatcher>>> selectors = new HashMap<>();
  private int questions;

  /// @param range that is of interest
  /// @param resolutions of what the recording has in it
  GapFinder(SeriesSource recording, TimeRange range, Resolutions resolutions) {
    this.recording = recording;
    this.range = range;
    this.resolutions = resolutions;
  }

  /// {@return each resolution with its gaps}
  Map<ResolutionTally, Resolution> find() {
    HashMap<ResolutionTally, Resolution> found = new HashMap<>();
    Optional<TimeRange> all = recording.extent();
    all.ifPresent(extent -> gaps(extent, found));
    for (ResolutionTally tally : resolutions.all()) {
      found.computeIfAbsent(tally, _ -> new Resolution(tally.step(), tally.series(), List.of()));
    }
    return found;
  }

  private void gaps(TimeRange all, Map<ResolutionTally, Resolution> found) {
    long reach = resolutions.all().stream().mapToLong(ResolutionTally::reach).max().orElse(0);
    TimeRange wanted =
        new TimeRange(
            range.first() == Long.MIN_VALUE ? all.first() : range.first(),
            range.last() == Long.MAX_VALUE ? all.last() : range.last());
    TimeRange counted = recording.known(wanted);
    long first = counted.first();
    if (first == wanted.first() && all.first() < first) {
      addAround(new TimeRange(first - reach, first - 1));
      first = all.first();
    }
    long last = counted.last();
    if (last == wanted.last() && all.last() > last) {
      addAround(new TimeRange(last + 1, last + reach));
      last = all.last();
    }
    TimeRange whole = new TimeRange(first, last);
    Map<ResolutionTally, List<TimeRange>> holes = new LinkedHashMap<>();
    resolutions.all().forEach(tally -> holes.put(tally, tally.gaps(whole)));
    holes.forEach(
        (tally, own) -> {
          List<TimeRange> gaps =
              own.stream()
                  .filter(hole -> isGap(tally, hole, whole, holes.values()))
                  .map(counted::within)
                  .filter(gap -> gap.first() < gap.last())
                  .toList();
          found.put(tally, new Resolution(tally.step(), tally.series(), gaps));
        });
  }

  private void addAround(TimeRange around) {
    recording
        .select(List.of(), around)
        .forEach(series -> resolutions.addAround(series.labels(), series.samples()));
  }

  private boolean isGap(
      ResolutionTally tally, TimeRange hole, TimeRange whole, Collection<List<TimeRange>> others) {
    if (recording.mayHaveOthers()) {
      return !isEnd(tally, hole) && !othersGoOn(tally, hole, whole);
    }
    return isForAll(hole, others) || !isEnd(tally, hole);
  }

  /// {@return how many gaps are only taken for such, since a server is not asked of more}
  int unasked() {
    return Math.max(0, questions - MOST_QUESTIONS);
  }

  // Others than those that were asked for. Where the server itself stopped, they do not last longer
  // than to their next samples.
  private boolean othersGoOn(ResolutionTally tally, TimeRange hole, TimeRange whole) {
    TimeRange asked = nearEdge(hole, hole.first() > whole.first(), tally.reach());
    return asked.first() <= asked.last()
        && ++questions <= MOST_QUESTIONS
        && recording.hasSamples(asked, tally.step());
  }

  /// {@return the time shortly after the begin of a hole in which others have samples where they go
  ///     on; first after last where it is too short}
  ///
  /// @param fromBegin false where nothing is known of what was before: shortly before its end
  /// @param reach how far samples may be apart, in milliseconds
  static TimeRange nearEdge(TimeRange hole, boolean fromBegin, long reach) {
    long soon = reach / 2;
    TimeRange near =
        fromBegin
            ? new TimeRange(hole.first() + soon, hole.first() + soon + Lookback.DEFAULT)
            : new TimeRange(hole.last() - soon - Lookback.DEFAULT, hole.last() - soon);
    return near.within(new TimeRange(hole.first() + 1, hole.last() - 1));
  }

  private static boolean isForAll(TimeRange hole, Collection<List<TimeRange>> others) {
    return others.stream().allMatch(some -> some.stream().anyMatch(each -> isMet(hole, each)));
  }

  private static boolean isMet(TimeRange one, TimeRange other) {
    return one.first() < other.last() && other.first() < one.last();
  }

  // Whether all series that had samples shortly before end there by staleness markers.
  private boolean isEnd(ResolutionTally tally, TimeRange hole) {
    TimeRange before = new TimeRange(hole.first() - tally.reach(), hole.first());
    int ended = 0;
    for (List<LabelMatcher> selector : selectors.computeIfAbsent(tally, this::selectors)) {
      for (Series series : recording.select(selector, before)) {
        boolean counts = resolutions.of(series.labels()).filter(tally::equals).isPresent();
        if (counts && !series.samples().isEmpty()) {
          if (!endsStale(series.samples())) {
            return false;
          }
          ended++;
        }
      }
    }
    return ended > 0;
  }

  private static boolean endsStale(Samples samples) {
    int last = samples.size() - 1;
    return !samples.isHistogram(last) && StaleNaN.isStale(samples.value(last));
  }

  private List<List<LabelMatcher>> selectors(ResolutionTally tally) {
    List<String> names = resolutions.metrics(tally);
    return names.size() > NAMED || recording.mayHaveOthers()
        ? List.of(List.of())
        : names.stream()
            .map(name -> List.of(LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, name)))
            .toList();
  }
}
