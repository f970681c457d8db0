package dev.firedrill.cli.promtool;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Files of many public projects, with the verdicts of promtool 2.42. Where 3.14 judges otherwise,
/// the file is listed with the reason.
class PromtoolCorpusTest {
  private static final String GOVUK = "alphagov-govuk/charts/monitoring-config/rules/";
  private static final String ARO = "azure-aro-hcp/";
  private static final String ARO_ALERTS = ARO + "observability/alerts/";
  private static final String WIKIMEDIA = "wikimedia-operations-alerts/team-";
  private static final String GROUP_LABELS = "groups have labels since 3.0";
  private static final String START = "tests have start_timestamp since 3.10";
  private static final String LOOKBACK =
      "since 3.0 a sample just as old as the lookback is too old";
  private static final String RANGE = "since 3.0 a range leaves out the sample at its very start";

  /// Files that 3.14 takes and 2.42 refuses.
  private static final Map<String, String> PASSES =
      Map.ofEntries(
          entry(
              GOVUK + "production/database_backups_and_syncs_production_only_alerts_tests.yaml",
              START),
          entry(GOVUK + "staging/database_backups_and_syncs_staging_only_alerts_tests.yaml", START),
          entry("prometheus/cmd/promtool/testdata/start-time-test.yml", START),
          entry(ARO + "admin/alerts/admin-prometheusRule_test.yaml", GROUP_LABELS),
          entry(
              ARO + "backend/alerts/backend-async-operations-prometheusRule_test.yaml",
              GROUP_LABELS),
          entry(ARO + "backend/alerts/backend-retryhotloop-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO + "frontend/alerts/frontend-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "arobit-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "cluster-provision-slo-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "kubeContainerOOM-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "kubeNode-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "mgmt-capacity-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "prometheus-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "serviceMemoryResources-prometheusRule_test.yaml", GROUP_LABELS),
          entry(ARO_ALERTS + "HCPkasRecord-prometheusRule-KSM_test.yaml", RANGE),
          entry(ARO_ALERTS + "HCPkasRecord-prometheusRule-apiserver-requests_test.yaml", RANGE),
          entry(
              "gardener/prometheus/aggregate/testdata/healthcheck.prometheusrule.test.yaml",
              LOOKBACK),
          entry(
              "gardener/prometheus/cache/testdata/healthcheck.prometheusrule.test.yaml", LOOKBACK),
          entry("gardener/prometheus/seed/testdata/healthcheck.prometheusrule.test.yaml", LOOKBACK),
          entry("kubernetes-mixin/tests/absent_alert-test.yaml", LOOKBACK));

  /// Files that 2.42 takes and 3.14 refuses.
  private static final Map<String, String> FAILS =
      Map.ofEntries(
          entry("redhat-appstudio-o11y/data_plane/kyverno_test.yaml", RANGE),
          entry(WIKIMEDIA + "collaboration-services/vrts_test.yaml", LOOKBACK),
          entry(WIKIMEDIA + "data-platform/airflow-k8s_test.yaml", LOOKBACK),
          entry(WIKIMEDIA + "data-platform/hadoop-hdfs_test.yaml", LOOKBACK),
          entry(WIKIMEDIA + "o11y/global_test.yaml", LOOKBACK),
          entry(WIKIMEDIA + "search-platform/cirrus_streaming_updater_test.yaml", RANGE),
          entry(WIKIMEDIA + "sre/swagger_test.yaml", LOOKBACK));

  /// Rule files that 2.42 refuses since it knows no labels of groups.
  private static final int RULE_FILES_WITH_GROUP_LABELS = 12;

  @Test
  void judgesRuleFilesAsPromtoolDoes() throws IOException {
    Map<String, String> different = new TreeMap<>();
    int newer = 0;
    int files = 0;
    for (JsonNode row : rows("promtool check rules")) {
      PromtoolProgram got = run("check", "rules", row);
      files++;
      String error = row.path("first_error").asText();
      if (error.contains("field labels not found in type rulefmt.RuleGroup") && got.status() == 0) {
        newer++;
      } else if (got.status() != row.get("exit").asInt()) {
        different.put(row.get("file").asText(), got.status() + " " + got.err());
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(different).isEmpty();
    assertThat(newer).isEqualTo(RULE_FILES_WITH_GROUP_LABELS);
  }

  @Test
  void judgesUnitTestsAsPromtoolDoesButForWhatChangedSince() throws IOException {
    Set<String> passes = new TreeSet<>();
    Set<String> fails = new TreeSet<>();
    int files = 0;
    for (JsonNode row : rows("promtool test rules")) {
      int status = run("test", "rules", row).status();
      files++;
      if (status != row.get("exit").asInt()) {
        String file = row.get("file").asText().substring("tests/".length());
        (status == 0 ? passes : fails).add(file);
      }
    }
    assertThat(files).isGreaterThan(100);
    assertThat(passes).isEqualTo(new TreeSet<>(PASSES.keySet()));
    assertThat(fails).isEqualTo(new TreeSet<>(FAILS.keySet()));
  }

  private static PromtoolProgram run(String command, String what, JsonNode row) {
    Path corpus = Repository.shared("corpus").orElseThrow();
    return PromtoolProgram.run(corpus, command, what, row.get("file").asText());
  }

  private static List<JsonNode> rows(String tool) throws IOException {
    Path verdicts = Repository.shared("corpus/verdicts.jsonl").orElse(null);
    assumeTrue(verdicts != null, "no corpus beside the repository");
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode row = mapper.readTree(line);
      if (row.get("tool").asText().equals(tool)) {
        rows.add(row);
      }
    }
    return rows;
  }
}
