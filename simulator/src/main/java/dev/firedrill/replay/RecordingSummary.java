package dev.firedrill.replay;

import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the results of a replay stand on.
///
/// @param series recorded series with samples in the replayed time
/// @param samples their samples in that time; -1 where a server has them, and did not count
/// @param selectors the selectors of the rules, each once, and whether there was data for them,
///     recorded or written by the rules themselves
/// @param resolutions of the series that the rules read, that of the closest samples first, or of
///     all where they read none that is recorded; null where it is not known when there are samples
/// @param unaskedGaps how many gaps are only taken for such, since a server is asked of some only
///     whether others of its series go on then
/// @param warmUp what the rules could know of the time before the replayed one
/// @param instances which of the gaps are those of an instance of an alert
/// @param warnings what is to be known of the results of a server that evaluated, in words
public record RecordingSummary(
    int series,
    long samples,
    List<SelectorData> selectors,
    @Nullable List<Resolution> resolutions,
    int unaskedGaps,
    WarmUp warmUp,
    InstanceGaps instances,
    List<String> warnings) {
  public RecordingSummary {
    warnings = List.copyOf(warnings);
    selectors = List.copyOf(selectors);
    resolutions = resolutions == null ? null : List.copyOf(resolutions);
  }

  /// A selector of a rule.
  ///
  /// @param series how many series it selected
  /// @param writers the rules that record what it selects, where it selected none
  /// @param resolutions of the recorded series that it selects, or that rules read which record
  ///     what it selects
  public record SelectorData(
      InstantSelector selector,
      int series,
      List<Rule.RecordingRule> writers,
      List<Resolution> resolutions) {
    public SelectorData {
      writers = List.copyOf(writers);
      resolutions = List.copyOf(resolutions);
    }
  }

  /// {@return how many selectors had data}
  public int selectorsWithData() {
    return (int) selectors.stream().filter(selector -> selector.series() > 0).count();
  }

  /// {@return the gaps, in the order of time; null where they are not known}
  public @Nullable List<Gap> gaps() {
    List<Resolution> some = resolutions();
    return some == null ? null : Gap.of(some);
  }

  /// {@return the times of the gaps that are known}
  public List<TimeRange> knownGaps() {
    return Gap.of(known()).stream().map(Gap::time).toList();
  }

  private List<Resolution> known() {
    List<Resolution> some = resolutions();
    return some == null ? List.of() : some;
  }

  /// {@return how far samples are usually apart of most series, in milliseconds; 0 if unknown}
  public long resolution() {
    long step = 0;
    int most = 0;
    for (Resolution resolution : known()) {
      if (resolution.series() > most && resolution.step() > 0) {
        most = resolution.series();
        step = resolution.step();
      }
    }
    return step;
  }

  /// {@return how far samples are usually apart of the series that have most, in milliseconds; 0 if
  ///     unknown}
  public long shortestStep() {
    return known().stream().mapToLong(Resolution::step).filter(step -> step > 0).min().orElse(0);
  }

  /// {@return the resolutions of selectors, that of the closest samples first; others where they
  ///     have none}
  static List<Resolution> read(List<SelectorData> selectors, List<Resolution> others) {
    List<Resolution> read =
        selectors.stream()
            .flatMap(selector -> selector.resolutions().stream())
            .distinct()
            .sorted((one, other) -> Long.compare(one.step(), other.step()))
            .toList();
    return read.isEmpty() ? others : read;
  }

  /// {@return what there is for rules}
  ///
  /// @param scan of the recording; not asked for where a server evaluates, which has it
  /// @param all what was recorded and what rules wrote
  /// @param graph of the rules
  static RecordingSummary of(
      Replay.Settings settings,
      LateScan scan,
      SeriesSource all,
      RuleGraph graph,
      WarmUp warmUp,
      AlertListener listener) {
    SelectorReads reads = SelectorReads.of(graph.groups(), settings.range(), settings::interval);
    QueryRangeEngine remote = settings.remote();
    return remote == null
        ? ofSamples(scan.get(listener::scanned), all, reads, warmUp)
        : new ServerSummary(remote, scan.recording(), all, graph, reads)
            .of(settings.range(), warmUp);
  }

  private static RecordingSummary ofSamples(
      RecordingScan scan, SeriesSource all, SelectorReads reads, WarmUp warmUp) {
    SelectorResolutions resolutions =
        new SelectorResolutions(reads, scan.resolutions(), scan::resolution);
    Map<SelectorReads.Read, Set<Labels>> recorded = new LinkedHashMap<>();
    for (SelectorReads.Read read : reads) {
      Set<Labels> selected = selected(read, all, scan);
      recorded.put(read, selected);
      resolutions.put(read.matchers(), selected);
    }
    List<SelectorData> selectors = new ArrayList<>();
    recorded.forEach(
        (read, selected) ->
            selectors.add(data(read, selected, reads, resolutions.of(read.matchers()))));
    return new RecordingSummary(
        scan.series(),
        scan.samples(),
        selectors,
        read(selectors, scan.resolutions()),
        scan.unasked(),
        warmUp,
        resolutions,
        List.of());
  }

  /// {@return what there is for a selector}
  /// @param selected its series
  static SelectorData data(
      SelectorReads.Read read,
      Set<Labels> selected,
      SelectorReads reads,
      List<Resolution> resolutions) {
    return new SelectorData(
        read.selector(),
        selected.size(),
        selected.isEmpty() ? reads.writers(read.matchers()) : List.of(),
        resolutions);
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
