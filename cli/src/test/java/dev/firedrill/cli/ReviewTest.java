package dev.firedrill.cli;

import static dev.firedrill.cli.ReviewedQueues.RULES;
import static dev.firedrill.cli.ReviewedQueues.SETTINGS;
import static dev.firedrill.cli.ReviewedQueues.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() throws IOException {
    repository = ReviewedQueues.in(folder);
  }

  private static Path golden(String name) {
    return Repository.file("testdata/review/" + name);
  }

  private void change() {
    repository.write(
        "rules/queues.yml",
        RULES
                .replace("> 4", "> 6")
                .replace("severity: page", "severity: warning")
                .replace("Queue {{ $labels.queue }} is huge", "{{ $labels.host }} is huge")
            + "  - alert: QueueEmpty\n    expr: queue:depth:max == 0\n    for: 2m\n"
            + "    labels: {severity: page}\n");
  }

  private JsonNode json(String... words) throws IOException {
    return ReviewedQueues.json(repository, words);
  }

  @Test
  void reportsOnAChange() {
    change();
    ScratchRepository.Outcome run = repository.run("review", "main");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    Golden.assertMatches(golden("change.txt"), run.out());
    Golden.assertMatches(
        golden("change.md"), repository.run("review", "main", "--format", "markdown").out());
    String json = repository.run("review", "main", "--format", "json").out();
    Golden.assertMatches(
        golden("change.json"),
        json.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"V\"")
            .replaceAll("\"seconds\": [^,]*", "\"seconds\": 0"));
  }

  @Test
  void saysLittleWhereLittleHasChanged() {
    ScratchRepository.Outcome run = repository.run("review");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            main to working tree

            no new findings, no rule changed, 1 test passed
            not shown: 6 findings from before main
            """);
    assertThat(repository.run("review", "--format", "markdown").out())
        .isEqualTo(
            """
            <!-- firedrill review -->
            ### Alerts: no new findings, no rule changed, 1 test passed

            `main` to `working tree`
            """);
  }

  @Test
  void requiresDataOfRulesThatHaveChanged() {
    assertThat(repository.run("review", "main", "--require-data").status()).isZero();
    repository.write("rules/queues.yml", RULES.replace("> 4", "> 5"));
    assertThat(repository.run("review", "main", "--require-data").status()).isZero();
    repository.write(
        "rules/queues.yml", RULES.replace("queue:depth:max > 4", "no_such_metric > 4"));
    ScratchRepository.Outcome run = repository.run("review", "main", "--require-data");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("no data for no_such_metric");
    assertThat(run.err()).contains("--require-data: the data have no series for no_such_metric");
    repository.write(".firedrill.yml", SETTINGS.replace("    data: [recordings/*.om]\n", ""));
    assertThat(repository.run("review", "main", "--require-data").err())
        .contains("--require-data: no data to compare on");
  }

  @Test
  void saysThatStacksAreThoseOfEachVersionWhereSettingsHaveChanged() {
    String said = ".firedrill.yml of main is another: stacks are those of each version";
    assertThat(repository.run("review", "main").out()).doesNotContain(said);
    repository.write(".firedrill.yml", SETTINGS + "    prometheus: p.yml\n");
    repository.write("p.yml", "global: {evaluation_interval: 30s}\n");
    assertThat(repository.run("review", "main").out()).contains(said);
  }

  @Test
  void anAlertThatNeverFiredIsNotSaidToFireAsBefore() {
    repository.write("rules/queues.yml", RULES.replace("queue:depth:max > 8", "depth > 8"));
    repository.commit("old");
    repository.git("branch", "-f", "main");
    repository.write("rules/queues.yml", RULES.replace("queue:depth:max > 8", "depth > 9"));
    assertThat(repository.run("review", "main").out())
        .contains("QueueHuge (rules/queues.yml:11): never fired\n");
    assertThat(repository.run("review", "main", "--format", "markdown").out())
        .contains("| `QueueHuge` | expr | never |");
  }

  @Test
  void aStackThatIsGoneIsTold() throws IOException {
    repository.write(
        ".firedrill.yml", SETTINGS.replace("queues:", "others:").replace("rules/*", "none/*"));
    repository.write("none/none.yml", "groups: []\n");
    String text = repository.run("review", "main").out();
    assertThat(text)
        .contains("queues: stack queues is gone from the settings")
        .contains("QueueLong (rules/queues.yml:6): gone");
    repository.write(".firedrill.yml", SETTINGS.replace("queues:", "renamed:"));
    assertThat(repository.run("review", "main").out()).contains("no rule changed");
  }

  @Test
  void behaviourAloneDoesNotFail() throws IOException {
    repository.write("rules/queues.yml", RULES.replace("> 4", "> 5"));
    assertThat(repository.run("review", "main").status()).isZero();
    JsonNode review = json("main");
    assertThat(review.path("behaviour").path(0).path("alertname").asText()).isEqualTo("QueueLong");
    assertThat(review.path("behaviour").path(0).path("moved")).isNotEmpty();
    assertThat(review.path("untested")).as("the test still asserts on it").isEmpty();
  }

  @Test
  void looksAtTwoRevisionsWhateverIsInTheWorkingTree() throws IOException {
    change();
    repository.commit("change");
    repository.write("rules/queues.yml", "groups: [");
    JsonNode review = json("main...topic");
    assertThat(review.path("new").asText()).isEqualTo("topic");
    assertThat(review.path("summary").path("rules").asInt()).isEqualTo(3);
    assertThat(review.path("findings").findValuesAsText("path")).contains("rules/queues.yml");
    assertThat(review.path("summary").path("behaviour").asInt()).isEqualTo(3);
    assertThat(review.path("tests").path("unit")).hasSize(1);
  }

  @Test
  void looksAtSomeFilesOnly() throws IOException {
    change();
    repository.write(
        "rules/more.yml", RULES.replace("Queue", "More").replace("name: q", "name: m"));
    JsonNode review = json("main", "--", "rules/more.yml");
    assertThat(review.path("stacks").path(0).path("rules").findValuesAsText("path"))
        .containsOnly("rules/more.yml");
    assertThat(review.path("findings")).isNotEmpty();
    for (JsonNode finding : review.path("findings")) {
      assertThat(finding.path("path").asText()).isEqualTo("rules/more.yml");
    }
    assertThat(review.path("untested").findValuesAsText("alertname"))
        .containsExactly("MoreLong", "MoreHuge");
  }

  @Test
  void rulesThatPrometheusWouldRefuseAreAFinding() {
    repository.write("rules/queues.yml", RULES.replace("> 4", "> > 4"));
    repository.commit("broken");
    ScratchRepository.Outcome broken = repository.run("review", "main");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out())
        .contains("rules/queues.yml:7")
        .contains("not compared: Prometheus would refuse the rules of working tree");
    repository.write("rules/queues.yml", RULES);
    ScratchRepository.Outcome mended = repository.run("review", "HEAD");
    assertThat(mended.status()).isZero();
    assertThat(mended.out()).contains("not compared: Prometheus would refuse the rules of HEAD");
  }

  @Test
  void failingTestsFail() {
    repository.write("rules/queues.yml", RULES.replace("is long", "is too long"));
    ScratchRepository.Outcome run = repository.run("review", "main", "--fail-on", "never");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("tests/queues_test.yml:8: alert QueueLong at 5m in 'a long queue'")
        .contains("1 of 1 test failed");
    assertThat(repository.run("review", "main", "--format", "markdown").out())
        .contains("- `tests/queues_test.yml:3` a long queue: alert QueueLong at 5m\n");
  }

  @Test
  void marksLinesOfAPullRequest() {
    change();
    assertThat(repository.run("review", "main", "--format", "github").out())
        .contains("::error file=rules/queues.yml,line=15,")
        .contains("::error file=tests/queues_test.yml,line=8,");
  }

  @Test
  void withoutSettingsFilesAreToldApartByTheirContent() throws IOException {
    Files.delete(folder.resolve(".firedrill.yml"));
    repository.commit("no settings");
    change();
    JsonNode review = json("HEAD");
    assertThat(review.path("summary").path("behaviour").asInt()).isEqualTo(3);
    assertThat(review.path("summary").path("tests").asInt()).isEqualTo(1);
    assertThat(review.path("receivers").findValuesAsText("alertname"))
        .containsExactly("QueueHuge", "QueueHuge", "QueueEmpty", "QueueEmpty");
  }

  @Test
  void saysWhatItCannotCompareWith() {
    assertThat(repository.run("review", "mian").err())
        .contains("unknown revision 'mian': did you mean 'main'?");
    assertThat(repository.run("review", "main", "rules").err())
        .contains("unexpected argument 'rules'");
    assertThat(ScratchRepository.run(folder.getRoot(), "review").err())
        .contains("this is no Git repository");
  }

  @Test
  void aFileThatIsGoneMayBeAskedFor() throws IOException {
    repository.git("mv", "rules/queues.yml", "rules/lange Schlangen ü.yml");
    repository.write("rules/lange Schlangen ü.yml", RULES.replace("> 8", "> 9"));
    JsonNode moved = json("main", "--", "rules/queues.yml");
    assertThat(moved.at("/summary/rules").asInt()).isOne();
    assertThat(moved.at("/stacks/0/rules/0/path").asText())
        .isEqualTo("rules/lange Schlangen ü.yml");
    repository.git("rm", "--quiet", "--force", "rules/lange Schlangen ü.yml");
    JsonNode gone = json("main", "--", "rules/queues.yml");
    assertThat(gone.at("/stacks/0/rules").findValuesAsText("change"))
        .containsOnly("removed")
        .hasSize(3);
    assertThat(repository.run("review", "main", "--", "rules/qeues.yml").err())
        .isEqualTo("firedrill: rules/qeues.yml: no such file or folder in main or working tree\n");
  }

  @Test
  void knowsFindingsWhoseMessagesNameFilesFromAFolderBelow() throws IOException {
    repository.write(
        ".firedrill.yml",
        SETTINGS.replace("    alertmanager:", "    prometheus: prometheus.yml\n    alertmanager:"));
    repository.write("prometheus.yml", "rule_files: [none/*.yml]\n");
    repository.commit("a server without these rules");
    repository.write("notes/a.txt", "");
    for (Path place : new Path[] {folder, folder.resolve("notes")}) {
      ScratchRepository.Outcome outcome = ScratchRepository.run(place, "review", "HEAD");
      assertThat(outcome.out()).contains("no new findings, no rule changed");
    }
  }

  @Test
  void submodulesAreAsTheyWerePinned(@TempDir Path outer) throws IOException {
    ScratchRepository containing = ScratchRepository.in(outer);
    String from = folder.toString();
    containing.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, "alerts");
    containing.write(
        ".firedrill.yml",
        SETTINGS
            .replace("rules/", "alerts/rules/")
            .replace("tests/", "alerts/tests/")
            .replace("recordings/", "alerts/recordings/")
            .replace("alertmanager: ", "alertmanager: alerts/"));
    containing.commit("alerts of another repository");
    containing.write("alerts/rules/queues.yml", RULES.replace("> 4", "> 5"));
    String out = containing.run("review", "HEAD", "--format", "json").out();
    JsonNode review = new ObjectMapper().readTree(out);
    assertThat(review.at("/stacks/0/rules").findValuesAsText("change")).containsExactly("changed");
    assertThat(review.at("/summary/tests").asInt()).isOne();
  }

  @Test
  void saysWhatAMissingRuleFileDoesToTestsAndNotWhatFollowsFromIt() {
    repository.git("mv", "rules/queues.yml", "rules/other.yml");
    String out = repository.run("review", "main").out();
    assertThat(out)
        .contains("no rule file matches '../rules/queues.yml'")
        .doesNotContain("test/unknown-alert", "test/unread-series");
  }

  @Test
  void doesNotSayThatNoRuleChangedWhereRulesAreNotCompared() {
    repository.write("rules/queues.yml", RULES.replace("> 4", "> > 4"));
    assertThat(repository.run("review", "main").out())
        .contains("1 new finding, not all rules compared, ");
  }

  @Test
  void filesThatTheSettingsNameAreFollowedWhenRenamed() throws IOException {
    String settings =
        SETTINGS.replace(
            "rules: [rules/*.yml]", "rules: [rules/queues.yml]\n    prometheus: prometheus.yml");
    repository.write(".firedrill.yml", settings);
    repository.write(
        "prometheus.yml", "global: {evaluation_interval: 30s}\nrule_files: [rules/*.yml]\n");
    repository.commit("names");
    repository.git("mv", "rules/queues.yml", "rules/Schlangen.yml");
    repository.git("mv", "prometheus.yml", "server.yml");
    repository.git("mv", "alertmanager.yml", "routes.yml");
    repository.write(
        ".firedrill.yml",
        settings
            .replace("queues.yml", "Schlangen.yml")
            .replace("prometheus.yml", "server.yml")
            .replace("alertmanager.yml", "routes.yml"));
    repository.write("tests/queues_test.yml", TESTS.replace("queues.yml", "Schlangen.yml"));
    assertThat(repository.run("review", "HEAD").out())
        .contains("\nno new findings, no rule changed, 1 test passed\n");
  }

  @Test
  void rulesThatMoveToAnotherStackAreNewThere() throws IOException {
    repository.write(
        ".firedrill.yml", "stacks: {one: {rules: [one/*.yml]}, two: {rules: [two/*.yml]}}\n");
    repository.write("two/some.yml", "groups: [{name: g, rules: [{record: 'a:b', expr: b}]}]\n");
    repository.git("rm", "--quiet", "-r", "tests");
    repository.git("mv", "rules", "one");
    repository.commit("two stacks");
    repository.git("mv", "one/queues.yml", "two/queues.yml");
    JsonNode review = json("HEAD");
    assertThat(review.at("/stacks/0/rules").findValuesAsText("change")).containsOnly("removed");
    assertThat(review.at("/stacks/1/rules").findValuesAsText("change")).containsOnly("added");
  }
}
