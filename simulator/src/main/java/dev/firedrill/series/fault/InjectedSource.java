package dev.firedrill.series.fault;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.AlteredSource;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.MatchedSource;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.TimeSlices;
import dev.firedrill.series.survey.DataSurvey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A source with a fault put into it: as if it had happened when the series were recorded. Its
/// extent is that of the source, samples that are dropped included.
public final class InjectedSource extends AlteredSource {
  private static final long SAMPLED = 300_000;
  private static final long DEFAULT_INTERVAL = 15_000;

  private final Map<Labels, FaultySeries> faulty = new HashMap<>();
  private final SeriesStore made = new SeriesStore();

  private InjectedSource(SeriesSource source) {
    super(source);
  }

  /// Puts a fault into a source. The series meant are read once, as long as the fault lasts.
  public static InjectedSource of(SeriesSource source, Fault fault) {
    InjectedSource injected = new InjectedSource(source);
    injected.learn(fault);
    if (fault.kind() == FaultKind.SET && injected.samples() == 0) {
      fault.series().ifPresent(labels -> injected.make(labels, fault));
    }
    return injected;
  }

  private void learn(Fault fault) {
    SeriesSource meant = MatchedSource.of(source, List.of(fault.matchers()));
    long last = fault.end() == Long.MAX_VALUE ? Long.MAX_VALUE : fault.end() - 1;
    // A value is taken for the last before the fault as long as Prometheus would show it.
    TimeRange range = new TimeRange(fault.first() - Lookback.DEFAULT, last);
    TimeSlices.read(
        meant,
        range,
        (some, _) -> {
          for (Series series : some) {
            faulty
                .computeIfAbsent(series.labels(), _ -> new FaultySeries(fault))
                .learn(series.samples());
          }
        });
    faulty.values().removeIf(series -> series.touched() == 0);
  }

  // A series that was not there, as often as others have samples, until a staleness marker.
  private void make(Labels labels, Fault fault) {
    Optional<TimeRange> extent = source.extent();
    if (extent.isEmpty()) {
      return;
    }
    // Before the data there is nothing that anybody sees.
    long first = Math.max(fault.first(), extent.get().first());
    long interval = interval(first);
    long last = Math.min(fault.end() - 1, extent.get().last());
    for (long time = first; time <= last; time += interval) {
      made.append(labels, time, fault.number());
    }
    if (made.size() > 0 && fault.end() <= extent.get().last()) {
      made.append(labels, fault.end(), StaleNaN.STALE_NAN);
    }
  }

  private long interval(long from) {
    TimeRange some = new TimeRange(from, from + SAMPLED);
    DataSurvey survey = DataSurvey.of(source, some, _ -> {});
    if (survey.isEmpty()) {
      return DEFAULT_INTERVAL;
    }
    return survey.total().intervals().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(DEFAULT_INTERVAL);
  }

  /// {@return how many series the fault touched, or made}
  public long series() {
    return (long) faulty.size() + made.size();
  }

  /// {@return how many samples it touched, or made}
  public long samples() {
    long samples = made.sampleCount();
    for (FaultySeries series : faulty.values()) {
      samples += series.touched();
    }
    return samples;
  }

  /// {@return whether the series was not there before}
  public boolean isMade() {
    return made.size() > 0;
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> selected = new ArrayList<>();
    for (Series series : source.select(matchers, range)) {
      @Nullable FaultySeries fault = faulty.get(series.labels());
      selected.add(
          fault == null ? series : new Series(series.labels(), fault.changed(series.samples())));
    }
    if (made.size() > 0) {
      made.select(matchers, range).forEach(series -> add(series, selected));
      selected.sort(Series::byLabels);
    }
    return selected;
  }

  private static void add(Series added, List<Series> selected) {
    for (int i = 0; i < selected.size(); i++) {
      Series there = selected.get(i);
      if (there.labels().equals(added.labels())) {
        Samples both = SampleRuns.merged(added.samples(), there.samples());
        selected.set(i, new Series(there.labels(), both));
        return;
      }
    }
    selected.add(added);
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new TreeSet<>(source.names(matchers, range));
    names.addAll(made.names(matchers, range));
    return names;
  }
}
