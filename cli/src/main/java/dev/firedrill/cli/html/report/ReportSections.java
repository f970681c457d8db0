package dev.firedrill.cli.html.report;

import dev.firedrill.cli.input.AdviceTrial;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Replayed;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.Notified;
import dev.firedrill.cli.report.SweepWords;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.engine.Engine;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.replay.noise.NoiseLimits;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.fault.Injection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sections that results of commands come to.
public final class ReportSections {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /// Settings of a sweep that have a row in the timeline, whose charts are work.
  private static final int MOST_ROWS = 60;

  private ReportSections() {}

  /// {@return what makes alerts noisy, as a page tells it}
  /// @param engine evaluates what alerts watch
  public static Noise noise(ReplayReport replay, Engine engine) {
    return Noise.of(replay, engine, NoiseLimits.DEFAULT);
  }

  /// {@return the sections of a replay}
  ///
  /// @param noise what makes its alerts noisy
  /// @param beside what is to be known beside
  /// @param engine evaluates what alerts watch
  /// @param notified what became of its alerts; null where no Alertmanager was given
  /// @param zone in which times are shown
  public static List<ReportSection> ofReplay(
      ReplayReport replay,
      Noise noise,
      Beside beside,
      Engine engine,
      @Nullable Notified notified,
      ZoneId zone) {
    List<ReportSection> sections = new ArrayList<>(drill(beside.injected()));
    sections.add(new CoverageSection(replay, beside));
    sections.add(new AlertsSection(replay, routing(notified), engine));
    sections.add(new NoiseSection(noise, zone));
    if (notified != null) {
      sections.add(new NotificationsSection(notified));
    }
    return sections;
  }

  /// {@return the sections of a sweep: its table, and a timeline with a row for each setting}
  ///
  /// @param beside what is to be known beside
  /// @param source all that was recorded and that rules wrote
  /// @param engine evaluates what the alert watches
  /// @param zone in which times are shown
  public static List<ReportSection> ofSweep(
      Sweep sweep, Beside beside, SeriesSource source, Engine engine, ZoneId zone) {
    SweepWords words = new SweepWords(sweep, zone);
    List<AlertReplay> rows = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>();
    for (SweepRow row : sweep.rows().subList(0, Math.min(MOST_ROWS, sweep.rows().size()))) {
      rows.add(row.alert().named(words.brief(row)));
      failures.addAll(row.failures());
    }
    ReplayReport replay =
        new ReplayReport(sweep.range(), sweep.data(), List.of(), rows, failures, source);
    List<ReportSection> sections = new ArrayList<>(drill(beside.injected()));
    sections.add(new CoverageSection(replay, beside));
    sections.add(new AlertsSection(replay, AlertRouting.UNKNOWN, engine));
    sections.add(new SweepSection(sweep, zone));
    return sections;
  }

  private static List<ReportSection> drill(List<Injection> faults) {
    return faults.isEmpty() ? List.of() : List.of(new FaultsSection(faults));
  }

  /// {@return what is told of a rehearsed stack}
  public static StackReport ofRehearsal(Rehearsal rehearsal) {
    List<ReportSection> sections = new ArrayList<>();
    sections.add(new PartsSection(rehearsal.sections()));
    @Nullable Replayed replayed = rehearsal.replayed().orElse(null);
    if (replayed != null) {
      ReplayReport report = replayed.report();
      Engine engine = replayed.engine();
      Noise untried = noise(report, engine);
      AdviceTrial trial = replayed.trial();
      Noise noise = trial == null ? untried : trial.of(untried);
      Beside beside = new Beside(replayed.notes(), List.of(), List.of(), List.of());
      sections.addAll(ofReplay(report, noise, beside, engine, replayed.notified(), UTC));
    }
    TimeRange range = replayed == null ? new TimeRange(0, 0) : replayed.report().range();
    return new StackReport(rehearsal.stack(), range, UTC, sections);
  }

  private static AlertRouting routing(@Nullable Notified notified) {
    return notified == null
        ? AlertRouting.UNKNOWN
        : AlertRouting.of(notified.config().route(), notified.outgoing());
  }
}
