package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.report.Notified;
import dev.firedrill.engine.Engine;
import dev.firedrill.replay.ReplayReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A replay that a part of a rehearsal stands on, for who wants to see more of it than a section
/// tells.
///
/// @param engine evaluates expressions as in the replay
/// @param notes on how rules were evaluated, a sentence each
/// @param notified what became of its alerts; null where no Alertmanager was asked
public record Replayed(
    ReplayReport report, Engine engine, List<String> notes, @Nullable Notified notified) {
  public Replayed {
    notes = List.copyOf(notes);
  }
}
