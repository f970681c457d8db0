package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit in a scratch repository.
///
/// The repository that offers them holds a launcher of this test's classes instead of one that
/// builds first.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class PreCommitOracleTest {
  private static final String GOOD =
      """
      groups:
      - name: workers
        rules:
        - alert: WorkerLost
          expr: worker_connected == 0
          for: 5m
          labels:
            severity: critical
          annotations:
            summary: a worker is lost
            runbook_url: https://example.com/worker
      """;
  private static final String OTHER = "services:\n  web: {image: nginx}\n";

  @TempDir private Path folder;

  /// What a run printed, and its exit status.
  private record Outcome(int status, String out) {}

  @BeforeEach
  void offerHooks() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/pre-commit")), "pre-commit is not installed");
    Path hooks = Files.createDirectories(folder.resolve("hooks"));
    Files.copy(Repository.file(".pre-commit-hooks.yaml"), hooks.resolve(".pre-commit-hooks.yaml"));
    Path launcher = hooks.resolve("firedrill");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -cp '%s' dev.firedrill.cli.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path")));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    must(hooks, "git", "init", "-q");
    must(hooks, "git", "add", "-A");
    must(hooks, "git", "commit", "-qm", "hooks");
    Path work = Files.createDirectories(folder.resolve("work"));
    must(work, "git", "init", "-q");
    write(
        ".pre-commit-config.yaml",
        """
        repos:
        - repo: %s
          rev: %s
          hooks:
          - id: firedrill-rules-lint
          - id: firedrill-rules-test
          - id: firedrill-rules-format
          - id: firedrill-routes-lint
        """
            .formatted(hooks, must(hooks, "git", "rev-parse", "HEAD").out.strip()));
    write("compose.yml", OTHER);
    write("rules.yml", GOOD);
  }

  @Test
  void goodRulesPassAndOtherFilesAreLeftAlone() throws IOException, InterruptedException {
    Outcome outcome = run("firedrill-rules-lint");
    assertThat(outcome.out).contains("Passed");
    assertThat(outcome.status).isZero();
  }

  @Test
  void badRulesFailWithTheirFindings() throws IOException, InterruptedException {
    write("rules.yml", GOOD.replace("worker_connected == 0", "worker_connected"));
    Outcome outcome = run("firedrill-rules-lint");
    assertThat(outcome.out).contains("Failed").contains("rules.yml:5:11: error[threshold/missing]");
    assertThat(outcome.status).isEqualTo(1);
  }

  @Test
  void expressionsAreFormattedInPlace() throws IOException, InterruptedException {
    write("rules.yml", GOOD.replace("worker_connected == 0", "worker_connected==0  # all of them"));
    Outcome first = run("firedrill-rules-format");
    assertThat(first.out).contains("Failed").contains("files were modified by this hook");
    assertThat(folder.resolve("work/rules.yml"))
        .hasContent(GOOD.replace("worker_connected == 0", "worker_connected == 0  # all of them"));
    assertThat(folder.resolve("work/compose.yml")).hasContent(OTHER);
    assertThat(run("firedrill-rules-format").out).contains("Passed");
  }

  @Test
  void unitTestsRunWhenRulesHaveChanged() throws IOException, InterruptedException {
    String test =
        """
        rule_files: [rules.yml]
        tests:
        - input_series: [{series: worker_connected, values: '0x20'}]
          alert_rule_test:
          - {eval_time: 10m, alertname: WorkerLost, exp_alerts: []}
        """;
    write("rules_test.yml", test);
    Outcome failed = run("firedrill-rules-test");
    assertThat(failed.out).contains("Failed").contains("WorkerLost");
    write("rules_test.yml", test.replace("10m", "1m"));
    assertThat(run("firedrill-rules-test").out).contains("Passed");
  }

  @Test
  void routesAreLinted() throws IOException, InterruptedException {
    String config =
        """
        route: {receiver: team}
        receivers:
        - name: team
          webhook_configs: [{url: 'https://example.com/hook'}]
        """;
    write("alertmanager.yml", config);
    assertThat(run("firedrill-routes-lint").out).contains("Passed");
    write("alertmanager.yml", config.replace("receiver: team", "receiver: teem"));
    assertThat(run("firedrill-routes-lint").out).contains("Failed").contains("alertmanager.yml:1");
  }

  @Test
  void theHooksOfTheDocumentationAndOfInitAreRun() throws IOException, InterruptedException {
    String[] blocks = Files.readString(Repository.file("docs/ci.md")).split("```yaml\n", -1);
    String local = blocks[blocks.length - 1];
    String documented = local.substring(0, local.indexOf("```"));
    assertThat(
            InProcess.run(
                folder.resolve("work"),
                new StringWriter(),
                new StringWriter(),
                "init",
                "--ci=none",
                "--force"))
        .isZero();
    String started = Files.readString(folder.resolve("work/.pre-commit-config.yaml"));
    for (String config : List.of(documented, started)) {
      write(".pre-commit-config.yaml", config);
      write("rules.yml", GOOD);
      assertThat(run("firedrill-rules-lint").out).contains("Passed");
      write("rules.yml", GOOD.replace("worker_connected == 0", "worker_connected"));
      Outcome outcome = run("firedrill-rules-lint");
      assertThat(outcome.out).contains("rules.yml:5:11: error[threshold/missing]");
      assertThat(outcome.status).isEqualTo(1);
    }
    write("rules.yml", GOOD);
    assertThat(run("firedrill-rules-test").out).contains("Passed");
  }

  @Test
  void namesWithSpacesAndUmlautsArePassedOn() throws IOException, InterruptedException {
    write("Übersicht der Regeln.yml", GOOD.replace("worker_connected == 0", "worker_connected"));
    Outcome outcome = run("firedrill-rules-lint");
    assertThat(outcome.out).contains("Übersicht der Regeln.yml:5:11: error[threshold/missing]");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("work").resolve(name), text);
  }

  private Outcome run(String hook) throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    must(work, "git", "add", "-A");
    return execute(work, "pre-commit", "run", "--all-files", "--verbose", hook);
  }

  private Outcome must(Path place, String... command) throws IOException, InterruptedException {
    Outcome outcome = execute(place, command);
    assertThat(outcome.status).as(outcome.out).isZero();
    return outcome;
  }

  private Outcome execute(Path place, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "PRE_COMMIT_HOME", folder.resolve("cache").toString(),
                "GIT_AUTHOR_NAME", "tester",
                "GIT_AUTHOR_EMAIL", "tester@example.com",
                "GIT_COMMITTER_NAME", "tester",
                "GIT_COMMITTER_EMAIL", "tester@example.com",
                "PATH", folder.resolve("hooks") + ":" + System.getenv("PATH")));
    Process process = builder.directory(place.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out);
  }
}
