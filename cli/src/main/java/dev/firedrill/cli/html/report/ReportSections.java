package dev.firedrill.cli.html.report;

import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.engine.Engine;
import dev.firedrill.replay.ReplayReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sections that results of commands come to.
public final class ReportSections {
  private ReportSections() {}

  /// {@return the sections of a replay}
  /// @param engine evaluates what alerts watch
  /// @param notified what became of its alerts; null where no Alertmanager was given
  public static List<ReportSection> ofReplay(
      ReplayReport replay, Engine engine, @Nullable Notified notified) {
    List<ReportSection> sections = new ArrayList<>();
    sections.add(new CoverageSection(replay));
    sections.add(new AlertsSection(replay, routing(notified), engine));
    if (notified != null) {
      sections.add(new NotificationsSection(notified));
    }
    return sections;
  }

  /// {@return the section of the parts of a rehearsal}
  public static ReportSection ofParts(List<Section> parts) {
    return new PartsSection(parts);
  }

  private static AlertRouting routing(@Nullable Notified notified) {
    return notified == null
        ? AlertRouting.UNKNOWN
        : AlertRouting.of(notified.config().route(), notified.externalLabels());
  }
}
