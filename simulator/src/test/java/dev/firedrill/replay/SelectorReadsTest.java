package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorReadsTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static List<String> reads(String expr) {
    return reads(expr, "");
  }

  private static List<String> reads(String expr, String more) {
    String rules =
        "groups:\n- name: g\n" + more + "  rules:\n  - {record: r, expr: '" + expr + "'}\n";
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    List<String> reads = new ArrayList<>();
    for (SelectorReads.Read read :
        SelectorReads.of(file.groups(), new TimeRange(100 * HOUR, 101 * HOUR), group -> HOUR)) {
      String range =
          read.range().equals(TimeRange.ALL)
              ? "any time"
              : (100 * HOUR - read.range().first()) / MINUTE
                  + "m before to "
                  + (read.range().last() - 101 * HOUR) / MINUTE
                  + "m after";
      reads.add(Printer.print(read.selector()) + " " + range);
    }
    return reads;
  }

  @Test
  void reachesBackByLookbackRangeAndOffset() {
    assertThat(reads("a > 1")).containsExactly("a 5m before to 0m after");
    assertThat(reads("rate(a[1h] offset 10m)"))
        .containsExactly("a offset 10m 70m before to -10m after");
    assertThat(reads("a offset -10m")).containsExactly("a offset -10m -5m before to 10m after");
    assertThat(reads("max_over_time((a + b offset 1h)[30m:1m])"))
        .containsExactly("a 35m before to 0m after", "b offset 1h 95m before to -60m after");
    assertThat(reads("a", "  query_offset: 2m\n")).containsExactly("a 7m before to -2m after");
  }

  @Test
  void mayReachAnywhereWhereThatIsFixedOrComputed() {
    assertThat(reads("a @ 0")).containsExactly("a @ 0.000 any time");
    assertThat(reads("max_over_time(a[1h:5m] @ end())")).containsExactly("a any time");
    assertThat(reads("rate(a[1h + step()])")).hasSize(1).first().asString().endsWith("any time");
  }

  @Test
  void coversAllUsesOfASelector() {
    assertThat(reads("a - avg_over_time(a[1d])")).containsExactly("a 1440m before to 0m after");
  }
}
