package dev.firedrill.replay.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Windows of two versions of one instance that are taken for the same: those that overlap most,
/// each at most once. Windows that touch only do not overlap, unless both last
/// to the end.
final class WindowPairs {
  private WindowPairs() {}

  /// {@return the pairs, in the order of time}
  ///
  /// @param before in the order of time, as the others are
  static List<MovedWindow> of(List<AlertWindow> before, List<AlertWindow> after) {
    List<MovedWindow> candidates = overlapping(before, after);
    candidates.sort(
        Comparator.comparingLong((MovedWindow pair) -> -pair.before().overlap(pair.after())));
    Set<AlertWindow> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<MovedWindow> pairs = new ArrayList<>();
    for (MovedWindow pair : candidates) {
      if (!used.contains(pair.before()) && !used.contains(pair.after())) {
        used.add(pair.before());
        used.add(pair.after());
        pairs.add(pair);
      }
    }
    pairs.sort(Comparator.comparingLong((MovedWindow pair) -> pair.after().interval().start()));
    return pairs;
  }

  private static List<MovedWindow> overlapping(List<AlertWindow> before, List<AlertWindow> after) {
    List<MovedWindow> pairs = new ArrayList<>();
    int first = 0;
    for (AlertWindow now : after) {
      while (first < before.size() && before.get(first).interval().end() < now.interval().start()) {
        first++;
      }
      for (int i = first;
          i < before.size() && before.get(i).interval().start() <= now.interval().end();
          i++) {
        MovedWindow pair = new MovedWindow(before.get(i), now);
        boolean both = before.get(i).interval().open() && now.interval().open();
        boolean same = pair.startShift() == 0 && pair.endShift() == 0;
        if (before.get(i).overlap(now) > 0 || both || same) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }
}
