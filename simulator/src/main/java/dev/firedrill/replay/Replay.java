package dev.firedrill.replay;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleRun;
import dev.firedrill.rules.run.TextExpander;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Runs rules over recorded series and tells when each alert would have been pending and firing.
///
/// Each group is evaluated at multiples of its interval since the epoch, or at the times at which
/// the recording shows that the server evaluated it; what its rules record is
/// read by rules evaluated later, together with the recording.
public final class Replay {
  private final SeriesSource recording;
  private final Settings settings;
  private final List<GroupReplay> groups = new ArrayList<>();
  private final SeriesStore written = new SeriesStore();
  private final SeriesSource all;

  /// How a replay is done.
  ///
  /// @param range first and last time of evaluations, in epoch milliseconds
  /// @param interval milliseconds between evaluations of groups that do not say
  /// @param forcedInterval milliseconds between the evaluations of all groups; 0 for their own
  /// @param texts makes what expands templates; their queries read the source it is given
  public record Settings(
      TimeRange range,
      long interval,
      long forcedInterval,
      BiFunction<Engine, SeriesSource, TextExpander> texts) {}

  private Replay(SeriesSource recording, Settings settings) {
    this.recording = recording;
    this.settings = settings;
    this.all = MergedSource.of(List.of(recording, written));
  }

  /// {@return what the rules of the files would have done}
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static ReplayReport run(List<RuleFile> files, SeriesSource recording, Settings settings) {
    Replay replay = new Replay(recording, settings);
    replay.prepare(files);
    return replay.run();
  }

  private void prepare(List<RuleFile> files) {
    Engine engine = new Engine(EngineOptions.DEFAULT.withSubqueryStep(settings.interval()));
    RuleRun run =
        new RuleRun(engine, all, written, settings.texts().apply(engine, all), settings.interval());
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        GroupRunner runner = run.prepare(group);
        long forced = settings.forcedInterval();
        long interval = forced > 0 ? forced : runner.interval();
        groups.add(new GroupReplay(runner, interval, RecordedPhase.of(recording, group, interval)));
      }
    }
  }

  private ReplayReport run() {
    long end = settings.range().last();
    List<RuleFailure> failures = new ArrayList<>();
    long time = nextTime(settings.range().first());
    while (time <= end) {
      for (GroupReplay group : groups) {
        if (group.isDue(time)) {
          failures.addAll(group.evaluate(time));
        }
      }
      time = nextTime(time + 1);
    }
    List<AlertReplay> alerts = new ArrayList<>();
    for (GroupReplay group : groups) {
      alerts.addAll(group.finish());
    }
    RecordingSummary summary = RecordingSummary.of(recording, all, groups, settings.range());
    return new ReplayReport(settings.range(), summary, alerts, failures);
  }

  private long nextTime(long from) {
    long next = Long.MAX_VALUE;
    for (GroupReplay group : groups) {
      next = Math.min(next, group.dueFrom(from));
    }
    return next;
  }
}
