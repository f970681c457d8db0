package dev.firedrill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PrometheusReaderTest {
  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrongWhereItIs() {
    return Fixtures.of(
        "prometheus", file -> Fixtures.render(PrometheusReader.read(file, Map.of()).diagnostics()));
  }

  @Test
  void readsWhatAlertsDependOn() {
    PrometheusConfig config =
        read(
            """
            global:
              scrape_interval: 15s
              evaluation_interval: 30s
              rule_query_offset: 5s
              external_labels: {region: '${REGION}', shard: 2}
            rule_files: [rules/*.yml]
            alerting:
              alert_relabel_configs:
              - {regex: replica, action: labeldrop}
            scrape_configs:
            - job_name: node
            - {job_name: slow, scrape_interval: 5m}
            """);

    assertThat(config.global().effectiveScrapeInterval()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.global().effectiveEvaluationInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.global().ruleQueryOffset())
        .extracting(Located::value)
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(config.global().externalLabels())
        .extracting(label -> label.name().value() + "=" + label.value())
        .containsExactly("region=eu", "shard=2");
    assertThat(config.ruleFiles().getFirst().value()).isEqualTo("rules/*.yml");
    assertThat(config.ruleFiles().getFirst().location().start().column()).isEqualTo(14);
    assertThat(config.alertRelabelConfigs()).hasSize(1);
    assertThat(config.jobs().getFirst().interval()).isNull();
    assertThat(config.jobs().getLast().interval())
        .extracting(Located::value)
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void anEmptyFileHasPrometheussDefaults() {
    PrometheusConfig config = read("# nothing\n");

    assertThat(config.global().effectiveEvaluationInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.ruleFiles()).isEmpty();
  }

  @Test
  void zeroIsNothingWritten() {
    assertThat(read("global: {evaluation_interval: 0s}").global().evaluationInterval()).isNull();
  }

  private static PrometheusConfig read(String text) {
    Loaded<PrometheusConfig> loaded =
        PrometheusReader.read(SourceFile.of("prometheus.yml", text), Map.of("REGION", "eu"));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow();
  }
}
