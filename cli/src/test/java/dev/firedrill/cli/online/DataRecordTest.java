package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.tsdb.TsdbSource;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataRecordTest {
  private static final long MINUTE = 60_000;
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - {record: job:up:sum, expr: sum by (job) (up)}
        - {alert: Down, expr: 'job:up:sum{job="a"} == 0'}
        - {alert: Slow, expr: 'slow{job="api",env="prod"} > 1'}
      - name: unread
        rules:
        - {record: job:up:max, expr: max by (job) (up)}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("server.om"), "# EOF\n");
    Files.writeString(folder.resolve("rules.yml"), RULES);
  }

  private int run(String... words) {
    return InProcess.run(folder, out, err, words);
  }

  // The target is gone after ten minutes; another series lasts on, so that there is time.
  private static SeriesStore stored() {
    SeriesStore store = new SeriesStore();
    Labels down = Labels.of("__name__", "up", "job", "a");
    Labels alert = Labels.of("__name__", "ALERTS", "alertname", "Down", "alertstate", "firing");
    Labels other = Labels.of("__name__", "ALERTS", "alertname", "Other", "alertstate", "firing");
    for (int minute = 0; minute < 10; minute++) {
      store.append(down, minute * MINUTE, minute < 5 ? 1 : 0);
      store.append(alert, minute * MINUTE + 7_000, 1);
      store.append(other, minute * MINUTE, 1);
    }
    store.append(down, 10 * MINUTE, StaleNaN.STALE_NAN);
    for (int minute = 0; minute < 30; minute++) {
      store.append(Labels.of("__name__", "up", "job", "b"), minute * MINUTE, 1);
      store.append(Labels.of("__name__", "job:up:max", "job", "b"), minute * MINUTE + 9_000, 1);
      store.append(Labels.of("__name__", "job:up:max", "job", "c"), minute * MINUTE + 9_000, 1);
    }
    return store;
  }

  private int record(String file) throws Exception {
    try (RecordedServer server = new RecordedServer(folder, stored())) {
      return run(
          "data", "record", "--prometheus", server.url(), "--rules", "rules.yml", "--output", file);
    }
  }

  @Test
  void writesNothingOfAServerWithoutSamples() throws Exception {
    try (RecordedServer server = new RecordedServer(folder, new SeriesStore())) {
      for (String url : List.of(server.url(), "remote-read+" + server.url())) {
        assertThat(
                run(
                    "data",
                    "record",
                    "--prometheus",
                    url,
                    "--rules",
                    "rules.yml",
                    "--output",
                    "rec/"))
            .isEqualTo(2);
      }
    }
    assertThat(err.toString())
        .isEqualTo(
            ("firedrill: the server has none of the series that the rules read in that time:"
                    + " nothing is written\n")
                .repeat(2));
    assertThat(folder.resolve("rec")).doesNotExist();
  }

  @Test
  void saysWhatTextCannotHold() throws Exception {
    assertThat(record("rec.om")).isZero();
    assertThat(err.toString())
        .contains("warning: 1 staleness marker left out: OpenMetrics has none")
        .contains("--output FOLDER/ keeps all exactly");
    assertThat(out.toString())
        .startsWith("rec.om: 4 series, 80 samples; 2 of the series show only when rules were")
        .endsWith("nothing for slow{env=\"prod\",job=\"api\"}\n");
    assertThat(Files.readString(folder.resolve("rec.om")))
        .contains("ALERTS{alertname=\"Down\"", "job:up:max{job=\"b\"}")
        .doesNotContain("Other", "job:up:max{job=\"c\"}");
  }

  @Test
  void keepsAllInAFolder() throws Exception {
    assertThat(record("rec/")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).startsWith("rec/: 4 series, 81 samples; 2 of the series");
    try (TsdbSource source = TsdbSource.open(folder.resolve("rec"))) {
      LabelMatcher job = LabelMatcher.of("job", LabelMatcher.Operator.EQUAL, "a");
      LabelMatcher up = LabelMatcher.of("__name__", LabelMatcher.Operator.EQUAL, "up");
      Series series = source.select(List.of(up, job), TimeRange.ALL).getFirst();
      Samples samples = series.samples();
      assertThat(samples.size()).isEqualTo(11);
      assertThat(StaleNaN.isStale(samples.value(10))).isTrue();
    }
    assertThat(record("rec/")).isEqualTo(2);
    assertThat(err.toString()).contains("rec/: is there already, and not empty");
  }
}
