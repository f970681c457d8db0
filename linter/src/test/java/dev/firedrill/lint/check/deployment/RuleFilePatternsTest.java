package dev.firedrill.lint.check.deployment;

import static dev.firedrill.lint.check.deployment.Deployments.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.LintCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilePatternsTest {
  private static final LintCase CASE = LintCase.of("prometheus/rule-files");

  @TempDir private Path folder;

  @BeforeEach
  void writeRules() throws Exception {
    Files.writeString(folder.resolve("rules.yml"), RULES);
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more/others.yml"), RULES);
  }

  private Deployment with(String patterns, Map<String, String> paths) {
    return Deployments.prometheus(folder, "rule_files: [" + patterns + "]", paths);
  }

  @Test
  void reportsAPatternThatMatchesNothing() {
    assertThat(CASE.in(with("rules.yml, 'gone/*.yml'", Map.of())).findings(RULES))
        .containsExactly("1:26 warning: no file matches: Prometheus starts without these rules");
    assertThat(CASE.in(with("'*.yml'", Map.of())).findings(RULES)).isEmpty();
    assertThat(CASE.in(with("'${RULES}/*.yml'", Map.of())).findings(RULES)).isEmpty();
  }

  @Test
  void findsPathsOfContainersByThePathMap() {
    assertThat(CASE.in(with("/etc/p/*.yml", Map.of())).findings(RULES)).hasSize(1);
    assertThat(CASE.in(with("/etc/p/*.yml", Map.of("/etc/p", "."))).findings(RULES)).isEmpty();
  }

  @Test
  void findsPathsOfContainersByTheVolumesOfCompose() {
    String compose =
        """
        services:
          prometheus:
            volumes:
            - ./prometheus.yml:/etc/prometheus/prometheus.yml
            - .:/alerts
        """;
    Deployment deployment = Deployments.compose(folder, "rule_files: [/alerts/*.yml]", compose);
    assertThat(CASE.in(deployment).findings(RULES)).isEmpty();
  }

  @Test
  void remarksOnAFileThatNoPatternTakes() {
    assertThat(CASE.in(with("more/*.yml", Map.of())).findings(RULES))
        .containsExactly(
            "1:1 info: no pattern under `rule_files` of prometheus.yml takes this file");
    assertThat(CASE.in(with("", Map.of())).findings(RULES)).isEmpty();
  }
}
