package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Drill;
import java.util.List;
import java.util.Optional;

/// What a command stands on that replays rules on recorded series.
///
/// @param inputs the rule files as they were read
/// @param files those that are replayed
/// @param extent from the first to the last sample of the recording
/// @param range the time of interest
/// @param drill the recording with the faults that were asked for
/// @param server what is known of the Prometheus server that has the rules
/// @param replay how the rules are evaluated
/// @param remote the engine of the server that has the data; empty where all is evaluated here
public record ReplayGround(
    RuleInputs inputs,
    List<RuleFile> files,
    TimeRange extent,
    TimeRange range,
    Drill drill,
    KnownServer server,
    RuleReplay replay,
    Optional<ServerEngine> remote) {
  public ReplayGround {
    files = List.copyOf(files);
  }

  /// {@return the series that the rules are replayed on}
  public SeriesSource source() {
    return drill.source();
  }

  /// {@return what is to be known beside a result}
  /// @param notes on the evaluation, a sentence each
  public Beside beside(List<String> notes) {
    return Beside.of(notes, drill.injections(), inputs);
  }

  /// {@return what shows how far a replay of the time of interest is}
  public ReplayProgress progress(Session session) {
    return new ReplayProgress(new ProgressLine(session), range);
  }

  /// {@return what the rules would have done}
  /// @param onlooker looks on
  public ReplayReport run(AlertListener onlooker) {
    return replay.run(files, source(), range, onlooker);
  }

  /// {@return what the rules would have done, and what an Alertmanager would have made of it}
  /// @param silences known to Alertmanager from the beginning
  /// @param onlooker looks on
  public NotificationRun notified(
      AlertmanagerConfig config,
      List<Silence> silences,
      Behaviour behaviour,
      AlertListener onlooker) {
    return NotificationRun.of(
        replay, files, source(), range, config, silences, behaviour, onlooker);
  }

  /// {@return why an alert would have fired at some time, or not}
  /// @param onlooker looks on
  public Why.Answer explain(Why.Question question, AlertListener onlooker) {
    return replay.explain(files, source(), range, question, onlooker);
  }

  /// Lets go of what a server had answered, as it is not needed to go on from.
  public void finish() {
    remote.ifPresent(ServerEngine::finish);
  }
}
