package dev.firedrill.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.cli.InProcess;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs of `docs/ci.md` do in GitLab what the page says: their scripts are run as its runner
/// does, with an archive at `FIREDRILL_URL`.
class GitlabTest {
  private static final String TESTS =
      """
      rule_files: [rules.yml]
      tests:
      - input_series: [{series: worker_connected, values: '0x20'}]
        alert_rule_test:
        - {eval_time: 1m, alertname: WorkerLost, exp_alerts: []}
      """;

  @TempDir private Path folder;
  private Path work = Path.of("");

  /// What a job printed, and its exit status.
  private record Outcome(int status, String out) {}

  @BeforeEach
  void pack() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("firedrill-0.1.0-linux-x64/bin"));
    WorkflowTest.launcher(bin.resolve("firedrill"));
    String name = "firedrill-0.1.0-linux-x64";
    Process tar =
        new ProcessBuilder("tar", "-czf", name + ".tar.gz", name)
            .directory(folder.toFile())
            .start();
    assertThat(tar.waitFor()).isZero();
    work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(work.resolve("rules.yml"), PullRequest.RULES);
    Files.writeString(work.resolve("rules_test.yml"), TESTS);
  }

  private static JsonNode jobs() throws IOException {
    return new YAMLMapper().readTree(WorkflowTest.snippets().get(2));
  }

  private Outcome run(String name) throws IOException, InterruptedException {
    JsonNode job = jobs().get(name);
    StringBuilder script = new StringBuilder("set -eo pipefail\n");
    for (JsonNode line : jobs().get(job.get("extends").asText()).get("before_script")) {
      script.append(line.asText()).append('\n');
    }
    for (JsonNode line : job.get("script")) {
      script.append(line.asText()).append('\n');
    }
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", script.toString())).directory(work.toFile());
    builder.environment().put("FIREDRILL_URL", folder.toUri().toString());
    builder.environment().put("CI", "true");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out);
  }

  @Test
  void findingsAreCodeQuality() throws Exception {
    Path report = work.resolve(jobs().at("/alerts lint/artifacts/reports/codequality").asText());
    Outcome clean = run("alerts lint");
    assertThat(clean.status).as(clean.out).isZero();
    assertThat(new ObjectMapper().readTree(report.toFile())).isEmpty();
    Files.writeString(work.resolve("rules.yml"), PullRequest.RULES.replace(" == 0", ""));
    assertThat(run("alerts lint").status).isEqualTo(1);
    for (JsonNode finding : new ObjectMapper().readTree(report.toFile())) {
      assertThat(finding.path("description").asText()).isNotBlank();
      assertThat(finding.path("check_name").asText()).contains("/");
      assertThat(finding.path("fingerprint").asText()).isNotBlank();
      assertThat(finding.path("severity").asText())
          .isIn("info", "minor", "major", "critical", "blocker");
      assertThat(finding.at("/location/path").asText()).isEqualTo("rules.yml");
      assertThat(finding.at("/location/lines/begin").asInt()).isPositive();
    }
  }

  @Test
  void testsAreAReport() throws Exception {
    Path report = work.resolve(jobs().at("/alerts test/artifacts/reports/junit").asText());
    Outcome passed = run("alerts test");
    assertThat(passed.status).as(passed.out).isZero();
    Files.writeString(work.resolve("rules_test.yml"), TESTS.replace("1m", "10m"));
    assertThat(run("alerts test").status).isEqualTo(1);
    assertThat(report).content().startsWith("<?xml").contains("<failure", "WorkerLost");
  }

  @Test
  void initWritesTheSameJobs() throws Exception {
    StringWriter err = new StringWriter();
    int status = InProcess.run(work, new StringWriter(), err, "init", "--ci", "gitlab");
    assertThat(status).as("%s", err).isZero();
    String written = Files.readString(work.resolve(".gitlab/firedrill.yml"));
    assertThat(new YAMLMapper().readTree(written)).isEqualTo(jobs());
  }
}
