package dev.firedrill.replay.why;

import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out why a selector selects nothing at a time.
final class SelectorTrouble {
  private static final int VALUES = 5;
  private static final long RECENTLY = 3_600_000;
  // Shorter ones are like anything.
  private static final int TELLING = 3;
  private static final LabelMatcher ANY =
      LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.NOT_EQUAL, "");

  private final SeriesSource source;
  private final SeriesSource recording;

  /// @param source all that can be selected
  /// @param recording what of it was recorded, rather than written by rules
  SelectorTrouble(SeriesSource source, SeriesSource recording) {
    this.source = source;
    this.recording = recording;
  }

  /// {@return why there is nothing, or less than there was}
  /// @param outcome what was selected
  /// @param time until which samples are looked for
  /// @param window milliseconds before that in which they count
  List<Finding> of(
      InstantSelector selector, Narrowing narrowing, Outcome outcome, long time, long window) {
    List<LabelMatcher> matchers = selector.matchers();
    if (!outcome.isEmpty()) {
      return ended(matchers, narrowing, outcome, time, window);
    }
    List<Labels> all = List.copyOf(source.names(matchers, TimeRange.ALL));
    List<Labels> wanted = all.stream().filter(narrowing::accepts).toList();
    if (!wanted.isEmpty()) {
      return List.of(noSample(matchers, narrowing, time, window));
    }
    if (!all.isEmpty()) {
      return List.of(new Finding.NotOfInstance(narrowing.labels(), all.size()));
    }
    return neverMatched(matchers);
  }

  private List<Finding> ended(
      List<LabelMatcher> matchers, Narrowing narrowing, Outcome outcome, long time, long window) {
    // What a range holds is there, whatever came after it.
    boolean marksEnd = outcome instanceof Outcome.Vector;
    int count = 0;
    @Nullable Series latest = null;
    int latestAt = -1;
    for (Series series : source.select(matchers, new TimeRange(time - RECENTLY, time))) {
      Samples samples = series.samples();
      int last = samples.size() - 1;
      boolean marked = marksEnd && last >= 0 && isMarker(samples, last);
      while (last >= 0 && isMarker(samples, last)) {
        last--;
      }
      if (last >= 0
          && (marked || samples.time(last) <= time - window)
          && narrowing.accepts(series.labels())) {
        count++;
        if (latest == null || latest.samples().time(latestAt) < samples.time(last)) {
          latest = series;
          latestAt = last;
        }
      }
    }
    return latest == null ? List.of() : List.of(ended(count, latest, latestAt));
  }

  private static Finding ended(int count, Series latest, int last) {
    Samples samples = latest.samples();
    return new Finding.Ended(
        count, latest.labels(), samples.time(last), samples.value(last), samples.histogram(last));
  }

  private static boolean isMarker(Samples samples, int index) {
    return !samples.isHistogram(index) && StaleNaN.isStale(samples.value(index));
  }

  private Finding noSample(
      List<LabelMatcher> matchers, Narrowing narrowing, long time, long window) {
    Latest latest = new Latest(time);
    for (Series series : source.select(matchers, TimeRange.ALL)) {
      if (narrowing.accepts(series.labels())) {
        latest.add(series);
      }
    }
    return latest.finding(window);
  }

  private List<Finding> neverMatched(List<LabelMatcher> matchers) {
    List<LabelMatcher> named = matchers.stream().filter(SelectorTrouble::isName).toList();
    if (!named.isEmpty() && source.names(named, TimeRange.ALL).isEmpty()) {
      return List.of(unknownMetric(named.getFirst()));
    }
    List<LabelMatcher> others = matchers.stream().filter(each -> !isName(each)).toList();
    List<Finding> found = new ArrayList<>();
    for (LabelMatcher one : others) {
      addWithout(matchers, List.of(one), found);
    }
    for (int i = 0; i < others.size() && found.isEmpty(); i++) {
      for (int j = i + 1; j < others.size(); j++) {
        addWithout(matchers, List.of(others.get(i), others.get(j)), found);
      }
    }
    if (found.isEmpty() && !others.isEmpty()) {
      addWithout(matchers, others, found);
    }
    return found;
  }

  private Finding unknownMetric(LabelMatcher name) {
    Set<String> names = new TreeSet<>();
    source.names(List.of(ANY), TimeRange.ALL).forEach(each -> names.add(each.metricName()));
    return new Finding.UnknownMetric(
        name.value(), Spelling.nearest(name.value(), names).orElse(null));
  }

  private void addWithout(
      List<LabelMatcher> matchers, List<LabelMatcher> culprits, List<Finding> found) {
    List<LabelMatcher> rest = matchers.stream().filter(each -> !culprits.contains(each)).toList();
    // Of what has any name, alerts and records are not what was looked for.
    Set<Labels> without =
        rest.isEmpty()
            ? recording.names(List.of(ANY), TimeRange.ALL)
            : source.names(rest, TimeRange.ALL);
    if (!without.isEmpty()) {
      LabelMatcher first = culprits.getFirst();
      Set<String> values = new TreeSet<>();
      without.forEach(each -> values.add(each.get(first.name())));
      values.remove("");
      @Nullable String nearest =
          first.value().length() < TELLING || first.operator() != LabelMatcher.Operator.EQUAL
              ? null
              : Spelling.nearest(first.value(), values).orElse(null);
      found.add(
          new Finding.Unmatched(
              culprits, without.size(), likest(values, nearest), values.size(), nearest));
    }
  }

  private static List<String> likest(Set<String> values, @Nullable String nearest) {
    List<String> listed = new ArrayList<>();
    if (nearest != null) {
      listed.add(nearest);
    }
    for (String value : values) {
      if (listed.size() < VALUES && !value.equals(nearest)) {
        listed.add(value);
      }
    }
    return listed;
  }

  private static boolean isName(LabelMatcher matcher) {
    return matcher.name().equals(Labels.METRIC_NAME);
  }

  /// The last sample before a time, and the first one after it, of several series.
  private static final class Latest {
    private final long time;
    private int series;
    private Labels example = Labels.EMPTY;
    private @Nullable Long last;
    private double value;
    private @Nullable NativeHistogram histogram;
    private @Nullable Long marker;
    private @Nullable Long next;

    Latest(long time) {
      this.time = time;
    }

    void add(Series added) {
      series++;
      example = series == 1 ? added.labels() : example;
      Samples samples = added.samples();
      int after = samples.firstAfter(time);
      @Nullable Long ended = null;
      int before = after - 1;
      while (before >= 0 && isMarker(samples, before)) {
        ended = samples.time(before--);
      }
      @Nullable Long known = last;
      if (before >= 0 && (known == null || samples.time(before) > known)) {
        last = samples.time(before);
        value = samples.value(before);
        histogram = samples.histogram(before);
        marker = ended;
        example = added.labels();
      }
      while (after < samples.size() && isMarker(samples, after)) {
        after++;
      }
      @Nullable Long soonest = next;
      if (after < samples.size() && (soonest == null || samples.time(after) < soonest)) {
        next = samples.time(after);
      }
    }

    Finding finding(long window) {
      return new Finding.NoSample(
          series, example, last, value, histogram, marker, next, time, window);
    }
  }
}
