package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.labels.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusApiTest {
  private final ApiServer server;
  private final PrometheusApi api;

  PrometheusApiTest() throws Exception {
    server = new ApiServer();
    api = server.prometheus();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// What a sink is told, line by line.
  private static final class Lines implements SeriesSink {
    final List<String> lines = new ArrayList<>();

    @Override
    public void series(Labels labels) {
      lines.add(labels.toString());
    }

    @Override
    public void sample(long time, double value) {
      lines.add(time + " " + value);
    }

    @Override
    public void histogram(long time) {
      lines.add(time + " histogram");
    }
  }

  @Test
  void readsSamplesToTheMillisecondAndTheLastBit() throws Exception {
    server.answer(
        """
        {"resultType":"matrix","result":[
         {"metric":{"__name__":"up","job":"a"},
          "values":[[1795251031,"1"],[1795251031.193,"0.1"],[1795251032.1,"+Inf"],[1795251033,"NaN"]],
          "histograms":[[1795251034,{"count":"4","sum":"6","buckets":[[3,"-1","1","4"]]}]]},
         {"metric":{},"values":[[1,"1e-7"]]}],"stats":{"a":[1,{"b":2}]}}
        """);
    Lines got = api.queryRange("up", 1000, 61_500, 60_000, Lines::new);
    assertThat(got.lines)
        .containsExactly(
            "{__name__=\"up\", job=\"a\"}",
            "1795251031000 1.0",
            "1795251031193 0.1",
            "1795251032100 Infinity",
            "1795251033000 NaN",
            "1795251034000 histogram",
            "{}",
            "1000 1.0E-7");
    assertThat(server.asked())
        .isEqualTo("GET /prefix/api/v1/query_range?query=up&start=1&end=61.500&step=60");
  }

  @Test
  void readsVectorsAndScalars() {
    server
        .answer(
            "{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"a\":\"b\"},\"value\":[5,\"2\"]}]}")
        .answer("{\"resultType\":\"scalar\",\"result\":[5,\"3\"]}")
        .answer("{\"resultType\":\"string\",\"result\":[5,\"x\"]}");
    assertThat(api.vector("v", 5000).samples())
        .containsExactly(new VectorResult.Value(Labels.of("a", "b"), 2));
    assertThat(api.vector("s", 5000).samples())
        .containsExactly(new VectorResult.Value(Labels.EMPTY, 3));
    assertThat(api.vector("t", 5000).isEmpty()).isTrue();
  }

  @Test
  void refusesTimesThatAreOutOfRange() {
    for (String time : List.of("1e999999999", "1e9999999999", "1" + "0".repeat(30))) {
      server.answer("{\"resultType\":\"scalar\",\"result\":[" + time + ",\"3\"]}");
      assertThatThrownBy(() -> api.vector("v" + time, 5000))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("time out of range");
    }
  }

  @Test
  void asksTheSameOnce() {
    server.answer("[\"a\",\"b\"]");
    assertThat(api.labelValues("job")).containsExactly("a", "b");
    assertThat(api.labelValues("job")).containsExactly("a", "b");
    assertThat(server.web.getRequestCount()).isEqualTo(1);
  }

  @Test
  void startsAnewWhereAnAnswerBreaksOff() {
    server.web.enqueue(
        new mockwebserver3.MockResponse.Builder()
            .body(
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},"
                    + "\"value\":[5,\"2\"]},"
                    + " ".repeat(100_000))
            .onResponseBody(new mockwebserver3.SocketEffect.CloseSocket())
            .build());
    server.answer("{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[5,\"2\"]}]}");
    assertThat(api.query("v", 5000, Lines::new).lines).containsExactly("{}", "5000 2.0");
  }

  @Test
  void escapesNamesOfLabels() throws Exception {
    server.answer("[]");
    assertThat(api.labelValues("a.b/ä", List.of("up"), 1000, 2000)).isEmpty();
    assertThat(server.asked())
        .isEqualTo("GET /prefix/api/v1/label/a%2Eb%2F%C3%A4/values?match%5B%5D=up&start=1&end=2");
  }

  @Test
  void readsWhatAQueryCosts() {
    server.answer(
        """
        {"resultType":"vector","result":[{"metric":{},"value":[5,"2"]}],
         "stats":{"timings":{"evalTotalTime":0.5,"execTotalTime":0.75},
                  "samples":{"totalQueryableSamplesPerStep":[[5,9]],"totalQueryableSamples":9,"peakSamples":4}}}
        """);
    assertThat(api.stats("v", 5000)).isEqualTo(new QueryStats(0.75, 9, 4, 1));
  }

  @Test
  void readsWhatAServerSaysOfItself() {
    server
        .answer("{\"storageRetention\":\"15d or 10GiB\",\"startTime\":\"t\",\"goroutineCount\":3}")
        .answer("{\"version\":\"3.14.0\",\"revision\":\"abc\"}")
        .answer(
            "{\"headStats\":{\"numSeries\":5,\"minTime\":1,\"maxTime\":2},"
                + "\"seriesCountByMetricName\":[{\"name\":\"up\",\"value\":5}],\"other\":[]}")
        .answer("{\"yaml\":\"global: {}\\n\"}")
        .answer("{\"up\":[{\"type\":\"gauge\",\"help\":\"h\",\"unit\":\"\"}]}");
    assertThat(api.runtimeInfo())
        .isEqualTo(new RuntimeInfo(Duration.ofDays(15), "15d or 10GiB", "t"));
    assertThat(api.buildInfo()).isEqualTo(new BuildInfo("3.14.0", "abc"));
    assertThat(api.tsdb()).isEqualTo(new TsdbStatus(5, 1, 2, Map.of("up", 5L)));
    assertThat(api.configuration()).isEqualTo("global: {}\n");
    assertThat(api.metadata())
        .isEqualTo(Map.of("up", List.of(new MetricMetadata("gauge", "h", ""))));
  }

  @Test
  void readsRulesAndAlerts() {
    server
        .answer(
            """
            {"groups":[{"name":"g","file":"f.yml","rules":[
              {"name":"A","type":"alerting","query":"up == 0","labels":{"severity":"page"},
               "health":"ok","evaluationTime":0.25,"alerts":[{"labels":{}}]}]}]}
            """)
        .answer(
            """
            {"alerts":[{"labels":{"alertname":"A"},"annotations":{"summary":"s"},
              "state":"firing","activeAt":"2026-11-21T08:00:00Z","value":"1e+00"}]}
            """);
    assertThat(api.rules())
        .containsExactly(
            new ServerRule(
                "g", "f.yml", "A", true, "up == 0", Labels.of("severity", "page"), "ok", "", 0.25));
    assertThat(api.alerts())
        .containsExactly(
            new ServerAlert(
                Labels.of("alertname", "A"),
                Labels.of("summary", "s"),
                "firing",
                "2026-11-21T08:00:00Z",
                "1e+00"));
  }

  @Test
  void knowsAPageThatIsNoAnswer() {
    for (String page : new String[] {"<html>", "[]", "{}", "{\"status\":\"success\""}) {
      server.raw(page);
      server.raw(page);
      server.raw(page);
      assertThatThrownBy(() -> api.query("up", 0, Lines::new))
          .isInstanceOf(ClientException.class)
          .hasMessageStartingWith(server.url() + ": ");
    }
  }

  @Test
  void tellsTenOfManyWarningsAndHowManyMoreThereAre() {
    StringBuilder many = new StringBuilder();
    for (int i = 10; i < 35; i++) {
      many.append(i == 10 ? "" : ",").append("\"store ").append(i).append(" is away\"");
    }
    server.raw("{\"status\":\"success\",\"data\":[],\"warnings\":[" + many + "]}");
    assertThat(api.labelValues("a")).isEmpty();
    assertThat(api.warnings())
        .hasSize(11)
        .startsWith("store 10 is away", "store 11 is away")
        .endsWith("store 19 is away", "and 15 more such warnings");
  }
}
