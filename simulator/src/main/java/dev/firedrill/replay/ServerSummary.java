package dev.firedrill.replay;

import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.run.RuleGraph;
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

/// What the results of a replay stand on whose series stay on a server: there are their names, and
/// when they have samples.
final class ServerSummary {
  private final QueryRangeEngine remote;
  private final SeriesSource recording;
  private final SeriesSource all;
  private final RuleGraph graph;
  private final SelectorReads reads;
  private final Map<SelectorReads.Read, Set<Labels>> selected = new LinkedHashMap<>();
  private final Map<List<LabelMatcher>, Set<Labels>> stored = new LinkedHashMap<>();

  /// @param recording what was recorded
  /// @param all that, and what rules wrote
  /// @param graph of the rules
  /// @param reads what they select
  ServerSummary(
      QueryRangeEngine remote,
      SeriesSource recording,
      SeriesSource all,
      RuleGraph graph,
      SelectorReads reads) {
    this.remote = remote;
    this.recording = recording;
    this.all = all;
    this.graph = graph;
    this.reads = reads;
  }

  /// {@return what there is for rules in a stretch of time}
  RecordingSummary of(TimeRange range, WarmUp warmUp) {
    select();
    Optional<ServerScan.Found> found = scan(range);
    boolean nothing =
        found.isEmpty()
            || found.get().resolutions().stream()
                .anyMatch(each -> each.gaps().equals(List.of(range)));
    @Nullable List<Resolution> resolutions = found.map(ServerScan.Found::resolutions).orElse(null);
    List<SelectorReads.Read> each = new ArrayList<>(selected.keySet());
    List<Boolean> there =
        InParallel.map(each, ServerScan.AT_A_TIME, read -> !nothing || isThere(read));
    SelectorResolutions known =
        new SelectorResolutions(
            reads,
            resolutions == null ? List.of() : resolutions,
            labels -> found.map(scan -> scan.ofSeries().get(labels)));
    selected.forEach((read, series) -> known.put(read.matchers(), series));
    List<RecordingSummary.SelectorData> selectors = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      SelectorReads.Read read = each.get(i);
      Set<Labels> series = there.get(i) ? selected.getOrDefault(read, Set.of()) : Set.of();
      selectors.add(RecordingSummary.data(read, series, reads, known.of(read.matchers())));
    }
    Set<Labels> series = new HashSet<>();
    stored.values().forEach(series::addAll);
    return new RecordingSummary(
        series.size(),
        -1,
        selectors,
        resolutions,
        found.map(ServerScan.Found::unasked).orElse(0),
        warmUp,
        known,
        remote.warnings());
  }

  // What rules write is computed here, and no longer read from the server.
  private void select() {
    List<SelectorReads.Read> each = new ArrayList<>();
    reads.forEach(each::add);
    List<Set<Labels>> names =
        InParallel.map(
            each, ServerScan.AT_A_TIME, read -> all.names(read.matchers(), read.range()));
    for (int i = 0; i < each.size(); i++) {
      Set<Labels> own = new HashSet<>(names.get(i));
      selected.put(each.get(i), names.get(i));
      own.removeIf(graph::mayWrite);
      if (!own.isEmpty()) {
        stored.put(each.get(i).matchers(), own);
      }
    }
  }

  private Optional<ServerScan.Found> scan(TimeRange range) {
    Map<List<LabelMatcher>, Set<Labels>> sorted = new LinkedHashMap<>();
    stored.entrySet().stream()
        .filter(each -> reads.writers(each.getKey()).isEmpty())
        .sorted(Comparator.comparingInt(each -> each.getValue().size()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    boolean asked =
        selected.keySet().stream().anyMatch(read -> reads.writers(read.matchers()).isEmpty());
    if (!sorted.isEmpty()) {
      return ServerScan.of(remote, recording, sorted, range, all.extent().orElse(range));
    }
    Resolution none = new Resolution(0, 0, List.of(range));
    return asked ? Optional.of(new ServerScan.Found(List.of(none), Map.of(), 0)) : Optional.empty();
  }

  // The server tells names by whole blocks or days.
  private boolean isThere(SelectorReads.Read read) {
    return selected.getOrDefault(read, Set.of()).isEmpty()
        || !reads.writers(read.matchers()).isEmpty()
        || read.range().equals(TimeRange.ALL)
        || ServerScan.isThere(remote, read.matchers(), read.range());
  }
}
