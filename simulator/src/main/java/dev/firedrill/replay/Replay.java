package dev.firedrill.replay;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.PlanSlices;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.rules.run.RuleRemark;
import dev.firedrill.rules.run.RuleSelection;
import dev.firedrill.rules.run.RulesOverTime;
import dev.firedrill.rules.run.TextExpander;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.RecentSamples;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs rules over recorded series and tells when each alert would have been pending and firing.
///
/// Each group is evaluated at multiples of its interval since the epoch, or at the times at which
/// the recording shows that the server evaluated it; what its rules record is
/// read by rules evaluated later, together with the recording.
public final class Replay {
  // About 100 MB, where series share their times.
  private static final long KEPT_SAMPLES = 12_000_000;

  private final SeriesSource recording;
  private final Settings settings;
  private final RuleGraph graph;
  private final WarmUp warmUp;
  private final LateScan scan;
  private final IdentityHashMap<RuleGroup, TimeGrid> times = new IdentityHashMap<>();

  /// How a replay is done.
  ///
  /// @param range first and last time that is of interest, in epoch milliseconds; rules are
  ///     evaluated before, as far as there are samples and it matters
  /// @param interval milliseconds between evaluations of groups that do not say
  /// @param forcedInterval milliseconds between the evaluations of all groups; 0 for their own
  /// @param engine how expressions are evaluated; `interval` is the default step of subqueries
  /// @param texts makes what expands templates; their queries read the source it is given
  /// @param remote evaluates what reads only stored series; null where all is evaluated here
  public record Settings(
      TimeRange range,
      long interval,
      long forcedInterval,
      EngineOptions engine,
      BiFunction<Engine, SeriesSource, TextExpander> texts,
      @Nullable QueryRangeEngine remote) {
    /// Where all is evaluated here.
    public Settings(
        TimeRange range,
        long interval,
        long forcedInterval,
        EngineOptions engine,
        BiFunction<Engine, SeriesSource, TextExpander> texts) {
      this(range, interval, forcedInterval, engine, texts, null);
    }

    /// {@return milliseconds between evaluations of a group}
    public long interval(RuleGroup group) {
      return forcedInterval > 0 ? forcedInterval : group.every(interval);
    }

    /// {@return how much of the past the results of rules depend on}
    public RuleHistory history(RuleGraph rules) {
      return RuleHistory.of(rules, this::interval);
    }
  }

  private static Replay of(
      List<RuleFile> files, SeriesSource recording, Settings settings, long longer) {
    List<RuleGroup> groups = new ArrayList<>();
    files.forEach(file -> groups.addAll(file.groups()));
    LateScan scan = new LateScan(recording, settings.range());
    return new Replay(recording, settings, RuleGraph.of(groups), longer, scan);
  }

  /// A replay that has not begun.
  ///
  /// @param longer milliseconds more than the rules ask for, from which on they are evaluated,
  ///     before the time of interest
  /// @param scan of the recording in that time
  Replay(SeriesSource recording, Settings settings, RuleGraph graph, long longer, LateScan scan) {
    this.recording = recording;
    this.settings = settings;
    this.graph = graph;
    this.warmUp = WarmUp.of(settings.history(graph), recording, settings.range(), longer);
    this.scan = scan;
    List<RuleGroup> groups = graph.groups();
    List<Optional<TimeGrid>> grids = InParallel.map(groups, atATime(settings), this::times);
    for (int i = 0; i < grids.size(); i++) {
      RuleGroup group = groups.get(i);
      grids.get(i).ifPresent(grid -> times.put(group, grid));
    }
  }

  /// {@return what the rules of the files would have done}
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static ReplayReport run(List<RuleFile> files, SeriesSource recording, Settings settings) {
    return run(files, recording, settings, AlertListener.NONE);
  }

  /// {@return what the rules of the files would have done}
  /// @param listener looks on, evaluation by evaluation, in the order of time, and from before the
  ///     time of interest on: [WarmUp#evaluated()]
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static ReplayReport run(
      List<RuleFile> files, SeriesSource recording, Settings settings, AlertListener listener) {
    return run(files, recording, settings, listener, 0);
  }

  /// {@return what the rules of the files would have done}
  /// @param listener looks on, as in the other [#run]
  /// @param longer milliseconds more than the rules ask for, from which on they are evaluated,
  ///     before
  ///     the time of interest: [WarmUp#longer]
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static ReplayReport run(
      List<RuleFile> files,
      SeriesSource recording,
      Settings settings,
      AlertListener listener,
      long longer) {
    Replay replay = of(files, recording, settings, longer);
    return replay.run(replay.graph.all(), listener).report();
  }

  /// {@return what alerts would have done, and what the replay left behind}
  /// @param alerts their names; only they and the rules that they depend on are evaluated
  /// @param listener looks on, as in [#run]
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static ReplayTrace trace(
      List<RuleFile> files,
      SeriesSource recording,
      Settings settings,
      Set<String> alerts,
      AlertListener listener) {
    Replay replay = of(files, recording, settings, 0);
    return replay.run(replay.graph.neededFor(alerts, List.of()), listener);
  }

  /// {@return what there is to be known before the time of interest}
  WarmUp warmUp() {
    return warmUp;
  }

  /// {@return when a group is evaluated; empty where it never is}
  Optional<TimeGrid> times(RuleGroup group) {
    long interval = settings.interval(group);
    long phase = phase(group, interval);
    long from = settings.range().first() - warmUp.evaluated();
    long first = from + Math.floorMod(phase - from, interval);
    return first > settings.range().last()
        ? Optional.empty()
        : Optional.of(TimeGrid.covering(first, settings.range().last(), interval));
  }

  private long phase(RuleGroup group, long interval) {
    QueryRangeEngine remote = settings.remote();
    return remote == null
        ? RecordedPhase.of(recording, group, interval)
        : ServerPhase.of(remote.server(), recording, settings.range(), group, interval);
  }

  ReplayTrace run(RuleSelection wanted, AlertListener listener) {
    Engine engine = new Engine(settings.engine().withSubqueryStep(settings.interval()));
    RulesOverTime rules = prepared(wanted, engine, listener);
    List<GroupReplay> groups = new ArrayList<>();
    for (GroupRunner runner : rules.groups()) {
      groups.add(new GroupReplay(runner, times.get(runner.group()), settings.range().first()));
    }
    List<RuleFailure> failures = evaluate(groups, listener);
    List<AlertReplay> alerts = new ArrayList<>();
    for (GroupReplay group : groups) {
      alerts.addAll(group.finish());
    }
    RecordingSummary summary =
        RecordingSummary.of(settings, scan, rules.source(), graph, warmUp, listener);
    return new ReplayTrace(
        new ReplayReport(
            settings.range(), summary, evaluated(groups, rules), alerts, failures, rules.source()),
        engine,
        inputs(recording),
        rules.store(),
        graph.groups(),
        times);
  }

  private List<EvaluatedGroup> evaluated(List<GroupReplay> groups, RulesOverTime rules) {
    List<List<RuleRemark>> remarks = new ArrayList<>();
    groups.forEach(each -> remarks.add(rules.remarks(each.group())));
    List<Integer> numbers = IntStream.range(0, groups.size()).boxed().toList();
    return InParallel.map(
        numbers,
        atATime(settings),
        i -> evaluated(groups.get(i).group(), groups.get(i).told(), remarks.get(i)));
  }

  // A server is asked of each group; recordings are not read by several threads.
  private static int atATime(Settings settings) {
    return settings.remote() == null ? 1 : ServerScan.AT_A_TIME;
  }

  /// {@return when a group was evaluated}
  /// @param told the evaluations in the time of interest; null where there was none
  /// @param remarks what PromQL remarks on its rules
  EvaluatedGroup evaluated(RuleGroup group, @Nullable TimeGrid told, List<RuleRemark> remarks) {
    return new EvaluatedGroup(group, settings.interval(group), told, recorded(group), remarks);
  }

  private long recorded(RuleGroup group) {
    QueryRangeEngine remote = settings.remote();
    if (settings.forcedInterval() > 0) {
      return 0;
    }
    return remote == null
        ? RecordedInterval.of(recording, group)
        : RecordedInterval.of(remote.server(), settings.range(), group);
  }

  /// {@return the evaluations that failed, where that is to be told}
  static List<RuleFailure> evaluate(List<GroupReplay> groups, AlertListener listener) {
    List<RuleFailure> failures = new ArrayList<>();
    long time = nextTime(groups);
    while (time < Long.MAX_VALUE) {
      for (GroupReplay group : groups) {
        if (group.nextTime() == time) {
          failures.addAll(group.evaluate(listener));
        }
      }
      time = nextTime(groups);
    }
    return failures;
  }

  /// {@return the rules, those ahead of others evaluated}
  /// @param wanted which of them
  /// @param listener is told how far that is
  RulesOverTime prepared(RuleSelection wanted, AlertListener listener) {
    Engine engine = new Engine(settings.engine().withSubqueryStep(settings.interval()));
    return prepared(wanted, engine, listener);
  }

  private RulesOverTime prepared(RuleSelection wanted, Engine engine, AlertListener listener) {
    RuleSelection due = wanted.withoutGroups(group -> !times.containsKey(group));
    RulesOverTime whole = RulesOverTime.whole(due, this::due, setting(engine, listener));
    if (whole.prepare(listener::ahead)) {
      return whole;
    }
    RulesOverTime single = RulesOverTime.stepByStep(due, this::due, setting(engine, listener));
    single.prepare(listener::ahead);
    return single;
  }

  private RulesOverTime.Setting setting(Engine engine, AlertListener listener) {
    PlanSlices slices;
    SeriesSource kept = recording;
    if (recording instanceof StoredSource stored) {
      RecentSamples recent = new RecentSamples(stored);
      kept = recent;
      slices = PlanSlices.ofKept(KEPT_SAMPLES, recent, firstSlice(listener));
    } else if (recording instanceof SeriesStore) {
      slices = PlanSlices.unlimited();
    } else {
      slices = PlanSlices.ofRead(KEPT_SAMPLES);
    }
    SeriesSource inputs = inputs(recording);
    SeriesSource planned = inputs(kept);
    return new RulesOverTime.Setting(
        engine,
        written -> MergedSource.of(List.of(inputs, written)),
        settings.texts(),
        new RulesOverTime.Plans(
            written -> MergedSource.of(List.of(planned, written)),
            slices,
            ForkJoinPool.commonPool()),
        false,
        settings.remote());
  }

  private SeriesSource inputs(SeriesSource recorded) {
    return new RecordedInputs(recorded, graph, settings.range().first() - warmUp.evaluated());
  }

  // As long as all series together take the memory there is; rules may read fewer.
  private long firstSlice(AlertListener listener) {
    double length = (double) settings.range().last() - settings.range().first() + 1;
    return (long)
        Math.ceil(length * KEPT_SAMPLES / Math.max(1, scan.get(listener::scanned).samples()));
  }

  private TimeGrid due(RuleGroup group) {
    TimeGrid due = times.get(group);
    if (due == null) {
      throw new IllegalArgumentException("never evaluated: " + group.name().value());
    }
    return due;
  }

  private static long nextTime(List<GroupReplay> groups) {
    long next = Long.MAX_VALUE;
    for (GroupReplay group : groups) {
      next = Math.min(next, group.nextTime());
    }
    return next;
  }
}
