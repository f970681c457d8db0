package dev.firedrill.replay.why;

import dev.firedrill.labels.Labels;
import dev.firedrill.replay.why.InstanceStory.Relabelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows a series through the alerts that it was, one after the other, since its labels changed.
final class Relabellings {
  private final Map<Place, Labels> before = new HashMap<>();
  private final Map<Labels, List<Turn>> turns;

  /// An alert that begins where another ends.
  private record Place(long time, Labels labels) {}

  /// @param turns of all instances
  Relabellings(Map<Labels, List<Turn>> turns) {
    this.turns = turns;
    turns.forEach((labels, all) -> all.forEach(turn -> add(labels, turn)));
  }

  private void add(Labels labels, Turn turn) {
    @Nullable Labels became = turn.became();
    if (became != null) {
      before.put(new Place(turn.time(), became), labels);
    }
  }

  /// {@return how the same series was other alerts until this one began; empty where it was none}
  /// @param since when this one began, in epoch milliseconds
  Optional<Relabelled> of(Labels instance, long since) {
    @Nullable Labels last = before.get(new Place(since, instance));
    if (last == null) {
      return Optional.empty();
    }
    long began = since;
    int times = 0;
    @Nullable Labels each = last;
    while (each != null) {
      times++;
      began = began(each, began);
      each = before.get(new Place(began, each));
    }
    return Optional.of(new Relabelled(began, times, last));
  }

  // An alert that ended at a time.
  private long began(Labels instance, long end) {
    long began = Long.MIN_VALUE;
    for (Turn turn : turns.getOrDefault(instance, List.of())) {
      boolean begins = turn.kind() == Turn.Kind.PENDING || turn.kind() == Turn.Kind.FIRING;
      boolean first = began == Long.MIN_VALUE;
      if (turn.time() < end && (turn.kind() == Turn.Kind.PENDING || (begins && first))) {
        began = turn.time();
      } else if (turn.time() < end && turn.isLoss()) {
        began = Long.MIN_VALUE;
      }
    }
    return began == Long.MIN_VALUE ? end : began;
  }
}
