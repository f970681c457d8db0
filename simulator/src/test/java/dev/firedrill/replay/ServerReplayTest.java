package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.remote.KeptAnswers;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.remote.FakeServer;
import dev.firedrill.series.remote.RemoteSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Replays with expressions evaluated by a server, which here gives one for each step.
class ServerReplayTest {
  private static final long MINUTE = 60_000;
  private static final TimeRange RANGE = new TimeRange(100 * MINUTE, 200 * MINUTE);
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - {alert: Rate, expr: 'rate(load[5m]) > 0'}
        - {record: load:rate, expr: 'sum(rate(load[5m]))'}
        - {alert: Chain, expr: 'load:rate + on () quantile(2, load:rate) > 0'}
        - {alert: Sorted, expr: 'sort(load) > 0'}
      """;

  private static String matrix(HttpUrl url) {
    StringJoiner values = new StringJoiner(",");
    long step = Math.round(Double.parseDouble(String.valueOf(url.queryParameter("step"))) * 1000);
    for (long t = FakeServer.millis(url, "start"); t <= FakeServer.millis(url, "end"); t += step) {
      values.add("[" + t / 1000.0 + ",\"1\"]");
    }
    return "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[" + values + "]}]}";
  }

  private static String answer(HttpUrl url) {
    String query = url.queryParameter("query");
    if (!url.encodedPath().endsWith("/query_range")
        || query == null
        || query.contains("timestamp")) {
      return url.encodedPath().contains("/query")
          ? "{\"resultType\":\"matrix\",\"result\":[]}"
          : "[]";
    }
    String remark =
        query.contains("sort")
            ? "\"warnings\":[\"PromQL warning: sort is ineffective for range queries since results"
                + " are always ordered by labels (1:1)\"]"
            : "\"infos\":[\"PromQL info: metric might not be a counter, name does not end in"
                + " _total/_sum/_count/_bucket: \\\"load\\\" (1:6)\"]";
    return matrix(url) + "," + remark;
  }

  private static ReplayReport replay(SeriesSource source, @Nullable QueryRangeEngine remote) {
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", RULES), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return Replay.run(
        List.of(file),
        source,
        new Replay.Settings(
            RANGE,
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false),
            remote));
  }

  private static ReplayReport replayOf(FakeServer server) {
    return replay(
        RemoteSource.byQueries(server.api(), RANGE.first(), RANGE.last()),
        new QueryRangeEngine(server.api(), MINUTE, KeptAnswers.NONE, List.of()));
  }

  private static List<String> remarks(ReplayReport report) {
    return report.groups().getFirst().remarks().stream()
        .map(each -> each.rule().name().value() + ": " + each.text())
        .toList();
  }

  @Test
  void tellsWhatPromqlRemarksOnceForEachRuleByWhicheverEngine() throws IOException {
    SeriesStore store = new SeriesStore();
    Labels load = Labels.of(Labels.METRIC_NAME, "load");
    for (long time = 80 * MINUTE; time <= 200 * MINUTE; time += 15_000) {
      store.append(load, time, (double) time);
    }
    String gauge =
        "PromQL info: metric might not be a counter, name does not end in"
            + " _total/_sum/_count/_bucket: \"load\"";
    List<String> wanted =
        List.of(
            "Rate: " + gauge,
            "load:rate: " + gauge,
            "Chain: PromQL warning: quantile value should be between 0 and 1, got 2");
    assertThat(remarks(replay(store, null))).isEqualTo(wanted);
    try (FakeServer server = new FakeServer(ServerReplayTest::answer)) {
      assertThat(remarks(replayOf(server))).isEqualTo(wanted);
    }
  }

  @Test
  void failsAtTheStepsAloneThatTheServerRefuses() throws IOException {
    TimeRange refused = new TimeRange(150 * MINUTE, 152 * MINUTE);
    try (FakeServer server =
        new FakeServer(
            url ->
                url.encodedPath().endsWith("/query_range")
                        && String.valueOf(url.queryParameter("query")).startsWith("rate(load")
                        && FakeServer.millis(url, "start") <= refused.last()
                        && FakeServer.millis(url, "end") >= refused.first()
                    ? "422"
                    : answer(url))) {
      assertThat(replayOf(server).failures())
          .filteredOn(each -> each.rule().name().value().equals("Rate"))
          .extracting(RuleFailure::time)
          .containsExactly(150 * MINUTE, 151 * MINUTE, 152 * MINUTE);
    }
  }
}
