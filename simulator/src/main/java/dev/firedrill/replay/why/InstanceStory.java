package dev.firedrill.replay.why;

import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one instance of an alert came to the state that it was in.
///
/// @param now as the evaluation left it; null where it was not active
/// @param turns the last changes up to then, in order of time
/// @param earlier how many changes there were before those
/// @param relabelled how the same series was other alerts before, where it is pending; null where
///     it was not
/// @param next the first change afterwards; null where there was none
public record InstanceStory(
    Labels labels,
    @Nullable ActiveAlert now,
    List<Turn> turns,
    int earlier,
    @Nullable Relabelled relabelled,
    @Nullable Turn next) {
  /// A condition that holds on while labels that the rule makes change, so that `for` never passes.
  ///
  /// @param since when the condition began to hold, in epoch milliseconds
  /// @param times how often the labels changed
  /// @param before the labels of the alert that it was last
  public record Relabelled(long since, int times, Labels before) {}

  public InstanceStory {
    turns = List.copyOf(turns);
  }
}
