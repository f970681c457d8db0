package dev.firedrill.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.testkit.oracle.PrometheusProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Lets a real Prometheus send alerts to something that listens as an Alertmanager does, and
/// compares their labels. Left out is what changed since 2.x: which label wins of one that was
/// there
/// and one that a rule has set, when both are mapped to one name.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class RelabellingOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The alert that comes last, unchanged, and says that all have been sent.
  private static final String LAST = "ZLast";

  private static final String RULES =
      """
      alert_relabel_configs:
      - {source_labels: [instance], regex: '(?P<host>[a-z]+)(\\d+):(.*)', target_label: host, replacement: '${host}-$2/$3$$$x'}
      - {source_labels: [instance], regex: '([a-z]+)\\d:.*', target_label: 'is_$1', replacement: yes}
      - {source_labels: [job, severity], separator: '', target_label: joined}
      - {source_labels: [job, none, severity], target_label: parts}
      - {source_labels: [none], target_label: gone}
      - {action: hashmod, source_labels: [instance, job], modulus: 997, target_label: shard}
      - {action: hashmod, source_labels: [job], modulus: 18446744073709551615, target_label: hash}
      - {action: lowercase, source_labels: [job], target_label: lower}
      - {action: uppercase, source_labels: [job], target_label: upper}
      - {action: labelmap, regex: 'tmp_(.*)', replacement: 'x_$1'}
      - {action: labelmap, regex: 'job|severity', replacement: last}
      - {action: labeldrop, regex: 'tmp_.*|replica'}
      - {action: drop, source_labels: [alertname, severity], regex: 'A.*;inf'}
      - {action: keep, source_labels: [severity], regex: 'page|info|'}
      - {action: dropequal, source_labels: [wanted], target_label: found}
      - {action: keepequal, source_labels: [left], target_label: right}
      """;

  private static final List<Map<String, String>> ALERTS =
      List.of(
          Map.of(
              "instance",
              "gpu7:9100",
              "job",
              "Node Export\u00C4R",
              "severity",
              "page",
              "found",
              "a"),
          Map.of("instance", "gpu7", "job", "straße", "zone", "a", "replica", "own", "found", "a"),
          Map.of("tmp_a", "1", "tmp_", "2", "found", "no", "severity", "info"),
          Map.of("severity", "warning", "found", "no"),
          Map.of("wanted", "x", "found", "x"),
          Map.of("wanted", "x", "found", "y", "left", "1", "right", "1"),
          Map.of("wanted", "x", "left", "1", "right", "2"),
          Map.of("found", "1"),
          Map.of(
              "found",
              "1",
              "severity",
              "info",
              "replica",
              "none",
              "host",
              "x",
              "instance",
              "a1:1:2"));

  @Test
  void alertsAreSentWithTheSameLabels(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(PrometheusProcess.isInstalled(), "prometheus is not installed");
    Set<String> received = new TreeSet<>();
    CountDownLatch all = new CountDownLatch(1);
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          for (JsonNode alert : JSON.readTree(exchange.getRequestBody())) {
            Map<String, String> labels = new LinkedHashMap<>();
            alert
                .get("labels")
                .properties()
                .forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
            received.add(Labels.of(labels).toString());
            if (LAST.equals(labels.get("alertname"))) {
              all.countDown();
            }
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listener.start();
    String config = config(listener.getAddress().getPort());
    Files.writeString(folder.resolve("rules.yml"), rules());
    try (PrometheusProcess _ =
        PrometheusProcess.startWith(folder, config, "--rules.alert.resend-delay=1s")) {
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      listener.stop(0);
    }
    assertThat(received).isEqualTo(expected(config)).hasSizeGreaterThan(4);
  }

  private static String config(int port) {
    return "global: {evaluation_interval: 1s, external_labels: {replica: a, zone: east}}\n"
        + "rule_files: [rules.yml]\n"
        + "alerting:\n"
        + RULES.indent(2)
        + "  alertmanagers: [{static_configs: [{targets: ['127.0.0.1:"
        + port
        + "']}]}]\n";
  }

  private static String rules() {
    StringBuilder text = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (int i = 0; i < ALERTS.size(); i++) {
      text.append("  - {alert: A").append(i).append(", expr: vector(1), labels: {");
      ALERTS
          .get(i)
          .forEach((name, value) -> text.append(name).append(": '").append(value).append("', "));
      text.append("}}\n");
    }
    return text + "  - {alert: " + LAST + ", expr: vector(1), labels: {found: 'no'}}\n";
  }

  private static Set<String> expected(String config) {
    PrometheusConfig read =
        PrometheusReader.read(SourceFile.of("prometheus.yml", config), Map.of())
            .get()
            .orElseThrow();
    OutgoingLabels outgoing = read.outgoing(Map.of("replica", "a", "zone", "east"));
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < ALERTS.size(); i++) {
      add(Labels.of(ALERTS.get(i)), "A" + i, outgoing, expected);
    }
    add(Labels.of("found", "no"), LAST, outgoing, expected);
    return expected;
  }

  private static void add(
      Labels labels, String name, OutgoingLabels outgoing, Set<String> expected) {
    outgoing
        .of(labels.toBuilder().set("alertname", name).build())
        .map(Labels::toString)
        .ifPresent(expected::add);
  }
}
