package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesDiffTest {
  private static final String CONFIG =
      """
      route:
        receiver: desk
        routes: [{matchers: [severity="page"], receiver: pager}]
      receivers: [{name: desk}, {name: pager}, {name: chat}]
      """;

  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() {
    repository = ScratchRepository.in(folder);
    repository.write("am/alertmanager.yml", CONFIG);
    repository.write(
        "rules.yml",
        """
        groups:
        - name: g
          rules:
          - {alert: Down, expr: up == 0, labels: {severity: page}}
        """);
    repository.write(
        ".firedrill.yml", "stacks: {s: {rules: [rules.yml], alertmanager: am/alertmanager.yml}}\n");
    repository.commit("start");
    repository.write("am/alertmanager.yml", CONFIG.replace("receiver: pager", "receiver: chat"));
  }

  @Test
  void comparesWithAFileOfARevision() {
    var run = repository.run("routes", "diff", "HEAD:am/alertmanager.yml", "am/alertmanager.yml");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            Down (rules.yml:4): receivers
              - pager, by [], wait 30s, interval 5m, repeat 4h
              + chat, by [], wait 30s, interval 5m, repeat 4h

            1 of 1 alert changed
            """);
  }

  @Test
  void aRevisionAloneMeansTheConfigurationOfTheSettings() {
    repository.commit("chat");

    assertThat(repository.run("routes", "diff", "HEAD~1", "HEAD").status()).isEqualTo(1);
    assertThat(repository.run("routes", "diff", "HEAD", "am/alertmanager.yml").status()).isZero();
  }

  @Test
  void oneRevisionIsComparedWithTheWorkingTree() {
    assertThat(repository.run("routes", "diff", "HEAD").out()).contains("1 of 1 alert changed");
    assertThat(repository.run("routes", "diff", "HEAD:am/alertmanager.yml").status()).isEqualTo(1);
  }

  @Test
  void aRangeIsComparedFromWhereItsEndsParted() {
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.commit("chat");
    repository.git("checkout", "--quiet", "main");
    repository.write("am/alertmanager.yml", CONFIG.replace("receiver: desk", "receiver: chat"));
    repository.commit("default");

    assertThat(repository.run("routes", "diff", "main...topic").out())
        .contains("  - pager,")
        .contains("  + chat,")
        .doesNotContain("desk");
  }

  @Test
  void aFolderStandsForTheOnlyConfigurationInIt() {
    assertThat(repository.run("routes", "diff", "HEAD:am", "am").status()).isEqualTo(1);
    repository.write("am/other.yml", CONFIG);
    var run = repository.run("routes", "diff", "HEAD:am", "am");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("several Alertmanager configurations: name one of am/alertmanager.yml");
  }

  @Test
  void followsARenamedFile() {
    repository.git("mv", "am/alertmanager.yml", "am/routing.yml");
    repository.write(
        ".firedrill.yml", "stacks: {s: {rules: [rules.yml], alertmanager: am/routing.yml}}\n");
    assertThat(repository.run("routes", "diff", "HEAD", "am/routing.yml").out())
        .contains("1 of 1 alert changed");
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(repository.run("routes", "diff", "HEAD:gone.yml", "am/alertmanager.yml").err())
        .contains("HEAD: no file or folder gone.yml at this revision");
    assertThat(repository.run("routes", "diff", "mian:am/alertmanager.yml", "HEAD").err())
        .contains("unknown revision 'mian': did you mean 'main'?");
  }
}
