package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.ReplayGround;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Drill;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The options that say what rules are replayed on, and how.
///
/// @param interval how often all groups are evaluated; null where a command does not let choose
public record ReplayGroundOptions(
    RulePathOptions paths,
    DataOption data,
    TimeRangeOptions times,
    InjectOption inject,
    EngineOption engine,
    PrometheusOption prometheus,
    @Nullable IntervalOption interval) {
  /// {@return what is replayed, in the time that `--start` and `--end` say}
  /// @param files of the inputs, those that are replayed
  /// @throws CommandException when there is no sample
  public ReplayGround read(Session session, RuleInputs inputs, List<RuleFile> files)
      throws IOException {
    DataBounds bounds = times.bounds(System.currentTimeMillis());
    return read(session, inputs, files, bounds, times::range);
  }

  /// {@return what is replayed for a question about one time, which the range reaches to}
  /// @param files of the inputs, those that are replayed
  /// @param at the option that asks for the time
  /// @throws CommandException when there is no sample, or none yet at the time
  public ReplayGround readAround(Session session, RuleInputs inputs, List<RuleFile> files, Value at)
      throws IOException {
    DataBounds bounds = times.boundsAround(at.required(), System.currentTimeMillis());
    return read(
        session,
        inputs,
        files,
        bounds,
        extent -> times.rangeWith(times.time(at, extent), at.name(), extent));
  }

  private ReplayGround read(
      Session session,
      RuleInputs inputs,
      List<RuleFile> files,
      DataBounds bounds,
      UnaryOperator<TimeRange> wanted)
      throws IOException {
    SeriesSource recorded = data.read(session, inputs.paths(), bounds);
    TimeRange extent =
        recorded.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    TimeRange range = wanted.apply(extent);
    Drill drill = inject.apply(session, recorded, range);
    KnownServer server = prometheus.told(session, inputs.paths());
    RuleReplay here = replay(server);
    Optional<ServerEngine> remote = engine.remote(session, here.interval(), files);
    RuleReplay replay =
        remote.map(here::with).orElse(here).asRecorded(files, drill.source(), range);
    return new ReplayGround(inputs, files, extent, range, drill, server, replay, remote);
  }

  private RuleReplay replay(KnownServer server) {
    IntervalOption chosen = interval;
    return RuleReplay.of(server, chosen == null ? 0 : chosen.millis()).with(paths.engine());
  }
}
