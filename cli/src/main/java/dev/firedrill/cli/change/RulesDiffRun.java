package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.replay.AlertGround;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.compare.AffectedRules;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import dev.firedrill.rules.compare.RuleComparison;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares two versions of rules: as they are written, on recorded series, on the way to people.
///
/// @param recording null without recorded series
/// @param progress shows how far replays are
public record RulesDiffRun(
    Side before, Side after, @Nullable Recording recording, ProgressLine progress) {
  /// One version.
  ///
  /// @param title what it is called
  /// @param files rules that Prometheus would load
  /// @param replay the server that they run on
  /// @param alertmanager null where nobody asks whom alerts reach
  /// @param wording how it tells people; null where that is not known
  public record Side(
      String title,
      List<RuleFile> files,
      RuleReplay replay,
      @Nullable AlertmanagerConfig alertmanager,
      @Nullable Wording wording) {
    public Side {
      files = List.copyOf(files);
    }

    /// {@return the same, evaluated by the server that has the data}
    public Side with(ServerEngine server) {
      return new Side(title, files, replay.with(server), alertmanager, wording);
    }

    // What a server stores of rules that are computed anew is not to be read there either.
    private Side recomputing(AffectedRules affected) {
      return new Side(
          title, files, replay.withoutSending(affected::mayRead), alertmanager, wording);
    }
  }

  /// Recorded series, and which part of them is of interest.
  public record Recording(SeriesSource source, TimeRange range) {}

  /// What one version did.
  private record Outcome(ReplayReport report, @Nullable NotificationRun run, List<String> notes) {
    // Of what tells that any of some alerts fires.
    @Nullable NotificationLog pages(Set<String> alerts) {
      NotificationRun notified = run();
      return notified == null
          ? null
          : notified.log(report.ofAlerts(alerts::contains).alerts(), true);
    }
  }

  /// {@return the difference}
  ///
  /// @param wanted the rules that are of interest
  /// @param remarks what is to be said along with it
  public RulesDifference run(Predicate<RuleChange> wanted, List<String> remarks) {
    RuleComparison whole = RuleComparison.of(before.files(), after.files());
    RuleComparison rules = new RuleComparison(whole.changes().stream().filter(wanted).toList());
    RouteDiff routes = routes(rules);
    Recording played = recording();
    if (played == null) {
      return new RulesDifference(
          before.title(), after.title(), rules, null, null, routes, List.of(), List.of(), remarks);
    }
    Set<String> old = names(rules, false);
    Set<String> now = names(rules, true);
    // Of the whole, since what is of no interest may be read by what is.
    AffectedRules affected = AffectedRules.of(whole);
    Set<String> written = affected.recorded(played.source());
    Recording anew =
        written.isEmpty()
            ? played
            : new Recording(affected.without(played.source()), played.range());
    boolean asRecorded = written.isEmpty();
    Outcome then = outcome(asRecorded ? before : before.recomputing(affected), anew);
    Outcome today = outcome(asRecorded ? after : after.recomputing(affected), anew);
    List<String> told = new ArrayList<>(remarks);
    for (String note : then.notes()) {
      told.add(today.notes().contains(note) ? note : before.title() + ": " + note);
    }
    for (String note : today.notes()) {
      if (!then.notes().contains(note)) {
        told.add(after.title() + ": " + note);
      }
    }
    written.retainAll(affected.records());
    if (!written.isEmpty()) {
      told.add("computed anew, not read from the recording: " + String.join(", ", written));
    }
    NotificationLog pages = then.pages(old);
    NotificationLog latest = today.pages(now);
    ReplayComparison compared =
        ReplayComparison.of(
            rules,
            ground(then.report().ofAlerts(old::contains), before, rules, whole, anew),
            ground(today.report().ofAlerts(now::contains), after, rules, whole, anew));
    NotificationRun run = today.run();
    return new RulesDifference(
        before.title(),
        after.title(),
        rules,
        compared,
        pages == null || latest == null ? null : PageCounts.of(pages, latest),
        routes,
        run == null ? List.of() : ChangedMessages.between(compared, run, before, after),
        ToldAlert.between(compared, then.run(), run),
        told);
  }

  // What alerts that are of no interest read is of none either.
  private static ReplayReport ground(
      ReplayReport report,
      Side side,
      RuleComparison rules,
      RuleComparison whole,
      Recording recording) {
    boolean alone =
        rules.changes().size() < whole.changes().size()
            && rules.changes().stream().allMatch(change -> change.latest().alerting());
    return alone ? AlertGround.narrowed(report, side.files(), recording.source()) : report;
  }

  /// {@return whether a rule is an alert of one of some names, as either version calls it}
  public static boolean isAlert(RuleChange change, Predicate<String> names) {
    boolean former = change instanceof RuleChange.Kept kept && names.test(kept.before().name());
    return change.latest().alerting() && (former || names.test(change.latest().name()));
  }

  private static Set<String> names(RuleComparison rules, boolean latest) {
    Set<String> names = new TreeSet<>();
    for (RuleChange change : rules.changes()) {
      GroupedRule rule =
          change instanceof RuleChange.Kept kept && !latest ? kept.before() : change.latest();
      names.add(rule.name());
    }
    return names;
  }

  private @Nullable RouteDiff routes(RuleComparison rules) {
    AlertmanagerConfig old = before.alertmanager();
    AlertmanagerConfig now = after.alertmanager();
    return old == null || now == null
        ? null
        : ChangedReceivers.between(
            new ChangedReceivers.Side(before.files(), old, before.replay().outgoing()),
            new ChangedReceivers.Side(after.files(), now, after.replay().outgoing()),
            rules.changes());
  }

  private Outcome outcome(Side side, Recording recording) {
    ReplayProgress onlooker = new ReplayProgress(progress, recording.range());
    Outcome outcome = outcome(side, recording, onlooker);
    onlooker.clear();
    return outcome;
  }

  private static Outcome outcome(Side side, Recording recording, AlertListener onlooker) {
    AlertmanagerConfig config = side.alertmanager();
    RuleReplay replay =
        side.replay().asRecorded(side.files(), recording.source(), recording.range());
    if (config == null) {
      ReplayReport report =
          replay.run(side.files(), recording.source(), recording.range(), onlooker);
      replay.checkEvaluated(report);
      return new Outcome(report, null, EvaluationNotes.of(report, replay));
    }
    NotificationRun run =
        NotificationRun.of(
            replay,
            side.files(),
            recording.source(),
            recording.range(),
            config,
            List.of(),
            Behaviour.V0_34,
            onlooker);
    replay.checkEvaluated(run.replay());
    return new Outcome(run.replay(), run, EvaluationNotes.of(run.replay(), replay));
  }
}
