package dev.firedrill.replay.sweep;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which settings to choose where incidents are known: those that catch most of them; of these
/// those with the fewest false alarms, then with the fewest calls, then those that tell earliest.
/// What is there already is kept where nothing is better. Where nothing catches any incident, there
/// is nothing to choose by.
///
/// @param chosen the best; null where no settings catch any incident
/// @param current what is there
/// @param frontier rows that no other row beats: none catches as many with fewer calls, or more
///     with as few, or is as good in both and tells earlier; none where nothing is caught
public record SweepAdvice(@Nullable SweepRow chosen, SweepRow current, List<SweepRow> frontier) {
  public SweepAdvice {
    frontier = List.copyOf(frontier);
  }

  static SweepAdvice of(List<SweepRow> rows, SweepRow current) {
    Comparator<SweepRow> better =
        Comparator.comparingInt((SweepRow row) -> -caught(row))
            .thenComparingInt(SweepAdvice::falseAlarms)
            .thenComparingInt(SweepRow::calls)
            .thenComparingLong(row -> -lead(row));
    SweepRow chosen = current;
    for (SweepRow row : rows) {
      if (better.compare(row, chosen) < 0) {
        chosen = row;
      }
    }
    if (caught(chosen) == 0) {
      return new SweepAdvice(null, current, List.of());
    }
    List<SweepRow> frontier =
        rows.stream().filter(row -> rows.stream().noneMatch(each -> beats(each, row))).toList();
    return new SweepAdvice(chosen, current, frontier);
  }

  /// {@return whether a row is the one to be chosen}
  public boolean recommends(SweepRow row) {
    return row.equals(chosen());
  }

  private static boolean beats(SweepRow one, SweepRow other) {
    boolean notWorse =
        caught(one) >= caught(other) && one.calls() <= other.calls() && lead(one) >= lead(other);
    boolean better =
        caught(one) > caught(other) || one.calls() < other.calls() || lead(one) > lead(other);
    return notWorse && better;
  }

  private static int caught(SweepRow row) {
    IncidentScore score = row.score();
    return score == null ? 0 : score.caught();
  }

  private static int falseAlarms(SweepRow row) {
    IncidentScore score = row.score();
    return score == null ? 0 : score.falseAlarms();
  }

  private static long lead(SweepRow row) {
    IncidentScore score = row.score();
    Long median = score == null ? null : score.medianLead();
    return median == null ? Long.MIN_VALUE : median;
  }
}
