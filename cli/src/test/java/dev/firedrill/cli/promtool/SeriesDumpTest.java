package dev.firedrill.cli.promtool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestReader;
import dev.firedrill.series.SeriesStore;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeriesDumpTest {
  @Test
  void leavesOutTheStartAndStalenessAndPutsHistogramsLast() {
    assertThat(
            dump(
                """
                tests:
                - interval: 30s
                  input_series:
                  - {series: 'up{b="x", a="y"}', values: '1 0.00001 stale 1e22 _ 5'}
                  - {series: mixed, values: '1 {{sum:1.5 count:2 buckets:[2]}} 3'}
                  - {series: start, values: 1}
                  promql_expr_test:
                  - {expr: up, eval_time: 1m45s}
                """))
        .isEqualTo(
            """
            DEBUG: Dump of all data (input_series and rules) at 1m46s:
            {__name__="mixed"} =>
            3 @[60000]
            {count:2, sum:1.5, (0.5,1]:2} @[30000]
            {__name__="up", a="y", b="x"} =>
            0.00001 @[30000]
            10000000000000000000000 @[90000]
            """);
  }

  @Test
  void countsTimesFromTheEpoch() {
    assertThat(
            dump(
                """
                tests:
                - start_timestamp: 1795165200
                  input_series:
                  - {series: up, values: 1 2}
                  promql_expr_test:
                  - {expr: up, eval_time: 1m}
                """))
        .isEqualTo(
            """
            DEBUG: Dump of all data (input_series and rules) at 1m1s:
            {__name__="up"} =>
            2 @[1795165260000]
            """);
  }

  private static String dump(String text) {
    SourceFile source = SourceFile.of("a_test.yml", text);
    UnitTest test = Objects.requireNonNull(UnitTestReader.read(source).value()).tests().getFirst();
    SeriesStore store = Objects.requireNonNull(TestData.read(source, Path.of(""), null).value());
    return SeriesDump.of(test, store);
  }
}
