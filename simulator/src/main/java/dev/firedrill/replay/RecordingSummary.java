package dev.firedrill.replay;

import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the results of a replay stand on.
///
/// @param series recorded series with samples in the replayed time
/// @param samples their samples in that time; -1 where a server has them, and did not count
/// @param selectors the selectors of the rules, each once, and whether there was data for them,
///     recorded or written by the rules themselves
/// @param gaps stretches of time without any recorded sample, far longer than samples are apart;
///     null where that is not known
/// @param resolution how far samples of a series are usually apart, in milliseconds; 0 if unknown
/// @param warmUp what the rules could know of the time before the replayed one
/// @param warnings what is to be known of the results of a server that evaluated, in words
public record RecordingSummary(
    int series,
    long samples,
    List<SelectorData> selectors,
    @Nullable List<TimeRange> gaps,
    long resolution,
    WarmUp warmUp,
    List<String> warnings) {
  public RecordingSummary {
    warnings = List.copyOf(warnings);
    selectors = List.copyOf(selectors);
    gaps = gaps == null ? null : List.copyOf(gaps);
  }

  /// A selector of a rule.
  ///
  /// @param series how many series it selected
  /// @param writers the rules that record what it selects, where it selected none
  public record SelectorData(
      InstantSelector selector, int series, List<Rule.RecordingRule> writers) {
    public SelectorData {
      writers = List.copyOf(writers);
    }
  }

  /// {@return how many selectors had data}
  public int selectorsWithData() {
    return (int) selectors.stream().filter(selector -> selector.series() > 0).count();
  }

  /// {@return whether there was nothing recorded at a time, so that what ended then may have ended
  ///     only for want of samples}
  ///
  /// @param time epoch milliseconds
  public boolean isInGap(long time) {
    return knownGaps().stream().anyMatch(gap -> gap.first() < time && time <= gap.last());
  }

  /// {@return the gaps that are known}
  public List<TimeRange> knownGaps() {
    List<TimeRange> known = gaps();
    return known == null ? List.of() : known;
  }

  /// {@return what there is for rules}
  ///
  /// @param scan of the recording; not asked for where a server evaluates, which has it
  /// @param all what was recorded and what rules wrote
  static RecordingSummary of(
      Replay.Settings settings,
      LateScan scan,
      SeriesSource all,
      List<RuleGroup> groups,
      WarmUp warmUp,
      AlertListener listener) {
    SelectorReads reads = SelectorReads.of(groups, settings.range());
    QueryRangeEngine remote = settings.remote();
    return remote == null
        ? ofSamples(scan.get(listener::scanned), all, reads, warmUp)
        : ofServer(remote, all, reads, settings.range(), warmUp);
  }

  private static RecordingSummary ofSamples(
      RecordingScan scan, SeriesSource all, SelectorReads reads, WarmUp warmUp) {
    List<SelectorData> selectors = new ArrayList<>();
    reads.forEach(read -> selectors.add(data(read, selected(read, all, scan), reads)));
    return new RecordingSummary(
        scan.series(),
        scan.samples(),
        selectors,
        scan.gaps(),
        scan.resolution(),
        warmUp,
        List.of());
  }

  // Of series that stay on a server there are names, and when there are samples.
  private static RecordingSummary ofServer(
      QueryRangeEngine remote,
      SeriesSource all,
      SelectorReads reads,
      TimeRange range,
      WarmUp warmUp) {
    Set<Labels> names = new HashSet<>();
    Map<SelectorReads.Read, Set<Labels>> stored = new LinkedHashMap<>();
    for (SelectorReads.Read read : reads) {
      Set<Labels> selected = all.names(read.matchers(), read.range());
      names.addAll(selected);
      stored.put(read, selected);
    }
    Optional<ServerScan.Found> found = scan(remote, all, reads, range, stored);
    boolean nothing = found.filter(scan -> scan.gaps().equals(List.of(range))).isPresent();
    List<SelectorData> selectors = new ArrayList<>();
    stored.forEach(
        (read, selected) -> {
          // The server tells names by whole blocks or days.
          boolean none =
              nothing
                  && reads.writers(read.matchers()).isEmpty()
                  && !read.range().equals(TimeRange.ALL)
                  && !ServerScan.isThere(remote, read.matchers(), read.range());
          selectors.add(data(read, none ? Set.of() : selected, reads));
        });
    return new RecordingSummary(
        names.size(),
        -1,
        selectors,
        found.map(ServerScan.Found::gaps).orElse(null),
        found.map(ServerScan.Found::resolution).orElse(0L),
        warmUp,
        remote.warnings());
  }

  // What rules write is computed here.
  private static Optional<ServerScan.Found> scan(
      QueryRangeEngine remote,
      SeriesSource all,
      SelectorReads reads,
      TimeRange range,
      Map<SelectorReads.Read, Set<Labels>> stored) {
    List<List<LabelMatcher>> selectors =
        stored.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .filter(each -> reads.writers(each.getKey().matchers()).isEmpty())
            .sorted(Comparator.comparingInt(each -> each.getValue().size()))
            .map(each -> each.getKey().matchers())
            .toList();
    boolean asked =
        stored.keySet().stream().anyMatch(read -> reads.writers(read.matchers()).isEmpty());
    if (selectors.isEmpty()) {
      return asked ? Optional.of(new ServerScan.Found(List.of(range), 0)) : Optional.empty();
    }
    return ServerScan.of(remote, selectors, range, all.extent().orElse(range));
  }

  private static SelectorData data(
      SelectorReads.Read read, Set<Labels> selected, SelectorReads reads) {
    return new SelectorData(
        read.selector(),
        selected.size(),
        selected.isEmpty() ? reads.writers(read.matchers()) : List.of());
  }

  // Names are of series that could have samples, which is seen by some that are known to.
  private static Set<Labels> selected(
      SelectorReads.Read read, SeriesSource all, RecordingScan scan) {
    Set<Labels> names = all.names(read.matchers(), read.range());
    if (names.isEmpty() || names.stream().anyMatch(scan::has)) {
      return names;
    }
    Set<Labels> sure = new HashSet<>();
    for (Series series : all.select(read.matchers(), read.range())) {
      if (!series.samples().isEmpty()) {
        sure.add(series.labels());
      }
    }
    return sure;
  }
}
