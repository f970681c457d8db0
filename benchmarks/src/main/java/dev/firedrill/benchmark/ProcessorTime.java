package dev.firedrill.benchmark;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// Says what range queries over a week take of the processor.
///
/// Other work on the machine disturbs that less than the time by the clock.
public final class ProcessorTime {
  private static final int LEAST_RUNS = 12;
  private static final long LEAST_NANOS = 2_000_000_000;

  private ProcessorTime() {}

  /// Prints the best of some runs for each query.
  ///
  /// @param args the number of series, the seconds between steps, then queries as in
  ///     [EngineBenchmark#query]
  public static void main(String[] args) {
    int series = Integer.parseInt(args[0]);
    long step = Integer.parseInt(args[1]) * 1000L;
    TimeGrid grid = TimeGrid.covering(RecordedWeek.START, RecordedWeek.END, step);
    for (String query : Arrays.asList(args).subList(2, args.length)) {
      int blank = query.indexOf(' ');
      SeriesStore store = RecordedWeek.of(query.substring(0, blank), series);
      String text = query.substring(blank + 1);
      long best = best(EngineBenchmark.parsed(text), store, grid);
      System.out.printf(
          "%-50s %4d series, a step each %3d s: %8.1f ms, %7.1f ns a sample%n",
          text, series, step / 1000, best / 1e6, (double) best / store.sampleCount());
    }
  }

  private static long best(Expr expr, SeriesStore store, TimeGrid grid) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Engine engine = new Engine(EngineOptions.DEFAULT);
    long best = Long.MAX_VALUE;
    long all = 0;
    for (int run = 0; run < LEAST_RUNS || all < LEAST_NANOS; run++) {
      long before = threads.getCurrentThreadCpuTime();
      engine.range(expr, store, grid);
      long taken = threads.getCurrentThreadCpuTime() - before;
      best = Math.min(best, taken);
      all += taken;
    }
    return best;
  }
}
