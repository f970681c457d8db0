package dev.firedrill.cli.html.chart;

import dev.firedrill.engine.TimeGrid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an alert watches, over time.
///
/// @param watched the expression
/// @param comparison with what it is compared, `> 0.9`; empty where it is not
/// @param limit the threshold where it is the same all the time; null otherwise
/// @param grid the times of the evaluations, which the steps of the lines count
/// @param thinned of how many steps only the least and the greatest value of a line may be there; 1
///     where all are
/// @param lines those of instances that fired longest first, then those nearest to the threshold
/// @param omitted how many series there are no lines for
public record AlertChart(
    String watched,
    String comparison,
    @Nullable Double limit,
    TimeGrid grid,
    int thinned,
    List<ChartLine> lines,
    int omitted) {
  public AlertChart {
    lines = List.copyOf(lines);
  }

  /// {@return how many points its lines have together}
  public int size() {
    return lines.stream().mapToInt(ChartLine::size).sum();
  }
}
