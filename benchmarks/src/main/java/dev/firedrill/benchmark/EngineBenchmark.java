package dev.firedrill.benchmark;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A range query over a week of samples at 15 seconds.
///
/// Divide a time by the number of samples, 40,321 a series, to know what a sample costs that is
/// read.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class EngineBenchmark {
  /// The metric that is recorded and the expression that reads it, between them a blank.
  @Param({
    "requests_total rate(requests_total[5m])",
    "load sum by (job) (load)",
    "latency_bucket histogram_quantile(0.9, rate(latency_bucket[5m]))",
    "load avg_over_time(load[1h])",
    "load max_over_time(load[1d])"
  })
  public String query = "";

  /// How many series there are.
  @Param("200")
  public int series;

  /// Seconds between the steps of the query.
  @Param("60")
  public int step;

  private final Engine engine = new Engine(EngineOptions.DEFAULT);
  private SeriesStore store = new SeriesStore();
  private TimeGrid grid = TimeGrid.instant(0);
  private Expr expr = parsed("0");

  /// Records the series.
  @Setup
  public void record() {
    int blank = query.indexOf(' ');
    store = RecordedWeek.of(query.substring(0, blank), series);
    grid = TimeGrid.covering(RecordedWeek.START, RecordedWeek.END, step * 1000L);
    expr = parsed(query.substring(blank + 1));
  }

  /// {@return the tree of an expression}
  static Expr parsed(String text) {
    return switch (Promql.parse(text, ParseOptions.ALL)) {
      case ParseResult.Parsed parsed -> parsed.expr();
      case ParseResult.Rejected rejected ->
          throw new IllegalArgumentException(rejected.first().format(text));
    };
  }

  /// {@return the result at all steps}
  @Benchmark
  public Evaluation range() {
    return engine.range(expr, store, grid);
  }
}
