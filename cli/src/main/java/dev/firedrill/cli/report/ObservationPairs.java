package dev.firedrill.cli.report;

import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.TestFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was expected beside what was there: first those that are equal, then those that differ
/// least, so that a changed label shows as a changed label.
///
/// @param equal how many are as expected
/// @param changed pairs that differ somewhere
/// @param missing expected, and nothing like it was there
/// @param unexpected there, and nothing like it was expected
record ObservationPairs(
    int equal, List<Pair> changed, List<Observation> missing, List<Observation> unexpected) {
  /// Beyond so many combinations, looking for the nearest is not worth the time.
  private static final int MANY = 20_000;

  ObservationPairs {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  static ObservationPairs of(TestFailure failure) {
    List<Observation> expected = new ArrayList<>();
    List<Observation> got = new ArrayList<>(failure.got());
    int equal = 0;
    for (Observation each : failure.expected()) {
      int place = got.indexOf(each);
      if (place >= 0 && new Pair(each, got.get(place)).equal()) {
        got.remove(place);
        equal++;
      } else {
        expected.add(each);
      }
    }
    List<Pair> changed = new ArrayList<>();
    for (Pair pair = nearest(expected, got); pair != null; pair = nearest(expected, got)) {
      expected.remove(pair.expected());
      got.remove(pair.got());
      changed.add(pair);
    }
    return new ObservationPairs(equal, changed, expected, got);
  }

  private static @Nullable Pair nearest(List<Observation> expected, List<Observation> got) {
    if ((long) expected.size() * got.size() > MANY) {
      return null;
    }
    boolean onlyOnes = expected.size() == 1 && got.size() == 1;
    Pair nearest = null;
    for (Observation one : expected) {
      for (Observation other : got) {
        Pair pair = new Pair(one, other);
        if ((onlyOnes || pair.alike())
            && (nearest == null || pair.differences().size() < nearest.differences().size())) {
          nearest = pair;
        }
      }
    }
    return nearest;
  }

  /// Two that may be meant to be the same.
  record Pair(Observation expected, Observation got, List<Difference> differences) {
    Pair {
      differences = List.copyOf(differences);
    }

    Pair(Observation expected, Observation got) {
      this(expected, got, Difference.between(expected, got));
    }

    boolean equal() {
      return differences.isEmpty();
    }

    /// Most of them agrees.
    boolean alike() {
      return differences.size() * 2 <= expected.labels().size() + 1;
    }
  }
}
