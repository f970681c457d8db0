package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.input.AdviceTrial;
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
/// @param trial tries advice on that Alertmanager; null where nobody asks for it
public record Replayed(
    ReplayReport report,
    Engine engine,
    List<String> notes,
    @Nullable Notified notified,
    @Nullable AdviceTrial trial) {
  public Replayed {
    notes = List.copyOf(notes);
  }
}
