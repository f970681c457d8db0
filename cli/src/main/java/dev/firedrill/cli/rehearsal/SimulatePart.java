package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.input.AdviceTrial;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.SentAlerts;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.report.NotificationSummary;
import dev.firedrill.cli.report.NotificationsJson;
import dev.firedrill.cli.report.Notified;
import dev.firedrill.cli.report.SentMessages;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom would the alerts have told, on what was recorded?
final class SimulatePart {
  private SimulatePart() {}

  static Section rehearse(Rehearsed stack) throws IOException {
    Path file = stack.files().alertmanager();
    if (file == null) {
      return Section.missing("simulate", "no Alertmanager configuration");
    }
    if (stack.files().data().isEmpty() || stack.files().rules().isEmpty()) {
      boolean data = stack.files().data().isEmpty();
      return Section.missing("simulate", data ? "no recordings" : "no rule files");
    }
    try {
      List<String> data = stack.inputs(stack.files().data()).stream().map(InputFile::path).toList();
      SeriesSource source = RecordedData.read(stack.session(), data);
      TimeRange range = source.extent().orElse(null);
      return range == null
          ? Section.missing("simulate", "no sample in the recordings")
          : simulate(stack, file, source, range);
    } catch (RejectedException e) {
      return stack.impossible("simulate", e);
    }
  }

  private static Section simulate(Rehearsed stack, Path file, SeriesSource source, TimeRange range)
      throws IOException {
    Loaded<AlertmanagerConfig> loaded = stack.alertmanager(file);
    AlertmanagerConfig config = loaded.value();
    if (loaded.failed() || config == null) {
      // Why is said with the routes.
      return Section.missing("simulate", "Alertmanager would refuse its configuration");
    }
    SentMessages messages;
    try {
      messages = SentMessages.of(config, stack.templates(config).templates());
    } catch (CommandException e) {
      return Section.missing("simulate", "Alertmanager would refuse its templates");
    }
    RuleReplay replay = stack.replay().asRecorded(stack.rules(), source, range);
    ProgressLine line = new ProgressLine(stack.session());
    ReplayProgress progress = new ReplayProgress(line, range);
    SentAlerts sent = new SentAlerts(progress, replay.outgoing());
    boolean page = stack.options().page();
    NotificationRun run =
        NotificationRun.of(
            replay,
            stack.rules(),
            source,
            range,
            config,
            List.of(),
            Behaviour.V0_34,
            page ? sent : progress);
    progress.clear();
    Optional<String> idle = replay.notEvaluated(run.replay());
    if (idle.isPresent()) {
      return Section.missing("simulate", idle.get());
    }
    List<String> notes = EvaluationNotes.of(run.replay(), replay);
    Beside beside = new Beside(notes, List.of(), List.of(), List.of());
    NotificationSummary summary = new NotificationSummary(run.log(), stack.options().zone());
    Notified notified = new Notified(config, run.log(), messages, run.outgoing());
    @Nullable AdviceTrial trial =
        page ? new AdviceTrial(run, sent, config, List.of(), Behaviour.V0_34, line) : null;
    return new Section("simulate", Outcome.PASSED, summary.totals(), List.of(), summary.rows())
        .withReplayed(new Replayed(run.replay(), replay.evaluator(), notes, notified, trial))
        .withReports(PartReports.of(new NotificationsJson(run, messages, beside)));
  }
}
