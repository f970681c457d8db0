package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedSinceTest {
  private static final String RECORDS =
      """
      groups:
      - name: records
        rules:
        - record: job:up:ratio
          expr: avg by (job) (up)
      """;
  private static final String ALERTS =
      """
      groups:
      - name: alerts
        rules:
        - alert: TooFewUp
          expr: job:up:ratio < 0.5
          for: 5m
          annotations:
            summary: Few of {{ $labels.job }} are up
      """;

  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() {
    repository = ScratchRepository.in(folder);
    repository.write("rules/records.yml", RECORDS);
    repository.write("rules/alerts.yml", ALERTS);
    repository.commit("start");
    repository.git("checkout", "--quiet", "-b", "topic");
  }

  @Test
  void findsNothingNewWhereNothingHasChanged() {
    assertThat(repository.findings("rules", "lint"))
        .contains("rules/alerts.yml:4 severity/missing");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main")).isEmpty();
    String[] narrowed = {"rules", "lint", "--only", "severity/missing", "--changed-since", "main"};
    assertThat(repository.run(narrowed).out())
        .isEqualTo(
            """
            no findings in 2 files, 2 rules
            not shown: 1 finding from before main
            """);
  }

  @Test
  void seesWhatAChangeDoesToAnotherFile() {
    repository.write("rules/records.yml", RECORDS.replace("avg by (job) (up)", "avg(up)"));
    repository.commit("no labels");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main"))
        .contains("rules/alerts.yml:8 template/unknown-label");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main", "--lines"))
        .isEmpty();
  }

  @Test
  void seesThatARecordIsGoneWhichOthersRead() throws IOException {
    Files.delete(folder.resolve("rules/records.yml"));
    assertThat(repository.findings("rules", "lint", "--changed-since", "main"))
        .containsExactly("rules/alerts.yml:5 rule/lost-record");
    assertThat(repository.run("rules", "lint", "--changed-since", "main").status()).isEqualTo(1);
  }

  @Test
  void comparesWithWhereTheBranchLeft() {
    repository.git("checkout", "--quiet", "main");
    repository.write("rules/alerts.yml", ALERTS.replace("for: 5m", "for: 5m # mended"));
    repository.write("rules/later.yml", ALERTS.replace("TooFewUp", "Later"));
    repository.commit("main goes on");
    repository.git("checkout", "--quiet", "topic");
    repository.write("rules/own.yml", ALERTS.replace("TooFewUp", "Own"));
    assertThat(
            repository.findings(
                "rules", "lint", "--only", "severity/missing", "--changed-since", "main", "rules"))
        .containsExactly("rules/own.yml:4 severity/missing");
  }

  @Test
  void takesInWhatIsStagedAndWhatGitDoesNotKnow() {
    repository.write("rules/staged.yml", ALERTS.replace("TooFewUp", "Staged"));
    repository.git("add", "--all");
    repository.write("rules/new.yml", ALERTS.replace("TooFewUp", "New"));
    assertThat(
            repository.findings(
                "rules",
                "lint",
                "--only",
                "severity/missing",
                "--changed-since",
                "main",
                "--lines"))
        .containsExactly("rules/new.yml:4 severity/missing", "rules/staged.yml:4 severity/missing");
    assertThat(repository.git("status", "--porcelain"))
        .isEqualTo("A  rules/staged.yml\n?? rules/new.yml\n");
  }

  @Test
  void followsFilesThatAreRenamed() throws IOException {
    repository.git("mv", "rules/alerts.yml", "rules/alarms.yml");
    repository.commit("rename");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main")).isEmpty();
    assertThat(repository.findings("rules", "lint", "--changed-since", "main", "rules/alarms.yml"))
        .isEmpty();
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("rules/alarms.yml"), folder.resolve("elsewhere/alarms.yml"));
    assertThat(repository.findings("rules", "lint", "--changed-since", "main", "elsewhere"))
        .isEmpty();
  }

  @Test
  void followsFindingsWhoseLinesMove() {
    repository.write("rules/alerts.yml", "# one\n# two\n" + ALERTS);
    repository.commit("comments");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main")).isEmpty();
  }

  @Test
  void countsFindingsThatNothingTellsApart() {
    String rule = ALERTS.substring(ALERTS.indexOf("  - alert"));
    repository.write("rules/alerts.yml", ALERTS.replace("  - alert", rule + "  - alert"));
    assertThat(
            repository.findings(
                "rules", "lint", "--only", "severity/missing", "--changed-since", "main"))
        .hasSize(1);
  }

  @Test
  void narrowsToChangedLines() {
    repository.write("rules/alerts.yml", ALERTS.replace("for: 5m", "for: 0s"));
    assertThat(repository.findings("rules", "lint", "--changed-since", "main"))
        .contains("rules/alerts.yml:6 for/no-effect");
    assertThat(repository.findings("rules", "lint", "--changed-since", "main", "--lines"))
        .containsExactly("rules/alerts.yml:6 for/no-effect");
    assertThat(repository.run("rules", "lint", "--lines").err())
        .contains("--lines narrows --changed-since REV, which is missing");
  }

  @Test
  void worksInAFolderOfTheRepository() {
    repository.write("rules/records.yml", RECORDS.replace("avg by (job) (up)", "avg(up)"));
    Path rules = folder.resolve("rules");
    assertThat(ScratchRepository.findings(rules, "rules", "lint", "--changed-since", "main"))
        .containsExactly("rules/alerts.yml:8 template/unknown-label");
    assertThat(
            ScratchRepository.findings(
                rules, "rules", "lint", "--changed-since", "main", "..", rules.toString()))
        .containsExactly("rules/alerts.yml:8 template/unknown-label");
  }

  @Test
  void holdsTheSettingsOfNowForBoth() {
    repository.write(
        ".firedrill.yml",
        """
        stacks:
          all: {rules: [rules/*.yml]}
        lint:
          checks: {rule/name: {severity: error, alert: 'Zzz.*'}}
        """);
    repository.write("rules/new.yml", ALERTS.replace("TooFewUp", "New"));
    assertThat(
            repository.findings("rules", "lint", "--only", "rule/name", "--changed-since", "main"))
        .containsExactly("rules/new.yml:4 rule/name");
  }

  @Test
  void saysWhatIsWrongWithARevision() {
    ScratchRepository.Outcome unknown = repository.run("rules", "lint", "--changed-since", "mian");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo("firedrill: unknown revision 'mian': did you mean 'main'?\n");
    repository.git("checkout", "--quiet", "--orphan", "alone");
    repository.commit("another start");
    ScratchRepository.Outcome foreign = repository.run("rules", "lint", "--changed-since", "main");
    assertThat(foreign.status()).isEqualTo(2);
    assertThat(foreign.err()).contains("HEAD and 'main' have no commit in common");
  }

  @Test
  void saysWhatToDoAboutAShallowClone(@TempDir Path other) throws IOException {
    repository.commit("one more");
    Path clone = other.resolve("clone");
    repository.git(
        "clone",
        "--quiet",
        "--depth=1",
        "--branch=topic",
        "--no-single-branch",
        folder.toUri().toString(),
        clone.toString());
    for (String revision : new String[] {"origin/main", "HEAD~1"}) {
      ScratchRepository.Outcome outcome =
          ScratchRepository.run(clone, "rules", "lint", "--changed-since", revision);
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("this clone is shallow").contains("git fetch --unshallow");
    }
  }

  @Test
  void saysThatThereIsNoRepository(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("rules.yml"), ALERTS);
    ScratchRepository.Outcome outcome =
        ScratchRepository.run(other, "rules", "lint", "--changed-since", "main");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("this is no Git repository");
  }
}
