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
/// @param next the first change afterwards; null where there was none
public record InstanceStory(
    Labels labels, @Nullable ActiveAlert now, List<Turn> turns, int earlier, @Nullable Turn next) {
  public InstanceStory {
    turns = List.copyOf(turns);
  }
}
