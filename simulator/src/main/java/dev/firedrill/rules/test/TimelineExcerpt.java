package dev.firedrill.rules.test;

import dev.firedrill.alert.AlertInterval.Phase;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What an alert was at the evaluations around a time.
///
/// @param times of the evaluations, since the start of the test
/// @param marked the place among them of the evaluation that it is about
/// @param rows one for each instance
/// @param left how many instances are not shown
public record TimelineExcerpt(List<Duration> times, int marked, List<Row> rows, int left) {
  public TimelineExcerpt {
    times = List.copyOf(times);
    rows = List.copyOf(rows);
  }

  /// One instance of the alert, or a series that its expression is about.
  ///
  /// @param labels without those that the rule sets
  /// @param cells one for each time
  public record Row(SortedMap<String, String> labels, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One evaluation.
  ///
  /// @param phase null where the alert was neither pending nor firing
  /// @param value of the expression, or, where it yields nothing, of what it compares; null where
  ///     there is none
  public record Cell(@Nullable Phase phase, @Nullable Double value) {
    /// {@return the state in one word}
    public String word() {
      Phase now = phase();
      return now == null ? "inactive" : now.word();
    }
  }
}
