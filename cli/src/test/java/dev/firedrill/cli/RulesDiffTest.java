package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesDiffTest {
  private static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - record: queue:depth:max
          expr: max by (queue) (queue_depth)
        - alert: QueueLong
          expr: queue:depth:max > 4
          labels: {severity: warning}
        - alert: QueueHuge
          expr: queue:depth:max > 8
          labels: {severity: page}
      """;

  private static final String SETTINGS =
      "stacks: {s: {rules: [rules/*.yml], alertmanager: alertmanager.yml}}\n";

  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() {
    repository = QueueProject.in(folder, SETTINGS, RULES, "queues.om");
    QueueProject.commit(repository);
  }

  private static Path golden(String name) {
    return Repository.file("testdata/rules-diff/" + name);
  }

  private void change() {
    repository.write(
        "rules/queues.yml",
        RULES
            .replace("> 4\n", "> 6\n    for: 1m\n")
            .replace("QueueHuge", "QueueFlooded")
            .replace("severity: page", "severity: warning")
            .concat("  - alert: QueueEmpty\n    expr: queue:depth:max < -1\n"));
  }

  private ScratchRepository.Outcome diff(String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "rules";
    all[1] = "diff";
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "--data";
    all[words.length + 3] = "queues.om";
    return repository.run(all);
  }

  @Test
  void ofChosenAlertsOnlyWhatTheyReadIsRequired() {
    change();
    repository.write(
        "rules/others.yml",
        "groups: [{name: o, rules: [{alert: Other, expr: no_such_metric > 1}]}]\n");
    ScratchRepository.Outcome all = diff("main", "--require-data");
    assertThat(all.status()).isEqualTo(2);
    assertThat(all.err()).contains("no_such_metric");
    ScratchRepository.Outcome some = diff("main", "--require-data", "--alert", "QueueLong");
    assertThat(some.status()).isEqualTo(1);
    assertThat(some.out()).contains("2 of 2 selectors with data");
    assertThat(diff("main", "--require-data", "--alert", "Other").status()).isEqualTo(2);
  }

  @Test
  void tellsWhatAChangeWouldHaveDone() {
    change();
    ScratchRepository.Outcome text = diff("main", "--alertmanager", "alertmanager.yml");
    assertThat(text.err()).isEmpty();
    assertThat(text.status()).isEqualTo(1);
    Golden.assertMatches(golden("change.txt"), text.out());
    Golden.assertMatches(
        golden("change.json"),
        diff("main", "--alertmanager", "alertmanager.yml", "--format", "json").out());
    Golden.assertMatches(
        golden("change.md"),
        diff("main", "--alertmanager", "alertmanager.yml", "--format", "markdown").out());
  }

  @Test
  void withoutDataTellsWhatIsWrittenOtherwise() {
    change();
    var run = repository.run("rules", "diff", "main");
    assertThat(run.status()).isEqualTo(1);
    Golden.assertMatches(golden("no-data.txt"), run.out());
    Golden.assertMatches(
        golden("no-data.md"),
        repository.run("rules", "diff", "main", "--format", "markdown").out());
  }

  @Test
  void anotherLayoutMakesNoDifference() {
    repository.write(
        "rules/queues.yml",
        RULES
            .replace("max by (queue) (", "max(")
            .replace("queue_depth)", "queue_depth) by (queue)"));
    assertThat(repository.run("rules", "diff", "main").status()).isZero();
    repository.write("rules/queues.yml", RULES.replace("> 4", ">= 5"));
    assertThat(repository.run("rules", "diff", "main").status()).isEqualTo(1);
    assertThat(diff("main").status()).as("with data as without").isEqualTo(1);
    assertThat(diff("main").out()).contains("QueueLong (rules/queues.yml:6): fires as before");
  }

  @Test
  void comparesInEachFormOfVersions() {
    change();
    for (String[] words :
        new String[][] {
          {"main"},
          {"main", "rules"},
          {"main:rules", "rules/queues.yml"},
          {"HEAD:rules/queues.yml", "rules/*.yml"},
          {"HEAD:./rules/queues.yml"}
        }) {
      assertThat(diff(words).out()).contains("QueueFlooded (rules/queues.yml:10): was QueueHuge");
    }
    repository.commit("change");
    for (String[] words :
        new String[][] {{"main...HEAD"}, {"main..topic"}, {"main", "topic"}, {"main..."}}) {
      assertThat(diff(words).out()).contains("QueueFlooded (rules/queues.yml:10): was QueueHuge");
    }
    assertThat(diff("topic", "rules").status()).isZero();
  }

  @Test
  void threeDotsStartWhereTheRevisionsParted() {
    change();
    repository.commit("change");
    repository.git("checkout", "--quiet", "main");
    repository.write("rules/queues.yml", RULES.replace("> 4", "> 5"));
    repository.commit("elsewhere");

    assertThat(diff("main...topic").out()).contains("queue:depth:max > 4 -> queue:depth:max > 6");
    assertThat(diff("main..topic").out()).contains("queue:depth:max > 5 -> queue:depth:max > 6");
  }

  @Test
  void takesTheRoutesOfEachVersion() {
    repository.write(
        "alertmanager.yml", QueueProject.ROUTES.replace("receiver: pager}]", "receiver: desk}]"));
    String[] words = {"rules", "diff", "main", "--alertmanager", "alertmanager.yml"};
    var run = repository.run(words);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("QueueHuge (rules/queues.yml:9): receivers\n  - pager,")
        .contains("1 alert to other receivers");

    repository.git("mv", "alertmanager.yml", "routing.yml");
    repository.write(
        ".firedrill.yml", "stacks: {s: {rules: [rules/*.yml], alertmanager: routing.yml}}\n");
    words[4] = "routing.yml";
    assertThat(repository.run(words).out()).contains("QueueHuge (rules/queues.yml:9): receivers");
  }

  @Test
  void countsWhatEachReceiverIsToldThoughRulesAndRoutesAreTheSame() {
    String[] words = {"main", "--alertmanager", "alertmanager.yml"};
    assertThat(diff(words).status()).isZero();
    repository.write(
        "alertmanager.yml",
        QueueProject.ROUTES
            + "inhibit_rules:\n"
            + "- {source_matchers: [alertname=QueueHuge], target_matchers: [alertname=QueueLong],"
            + " equal: [queue]}\n");
    ScratchRepository.Outcome text = diff(words);
    assertThat(text.status()).isEqualTo(1);
    assertThat(text.out())
        .contains("told: desk (webhook)        3      1", "told: pager (webhook)       3      3")
        .contains("1 receiver told more or less often");
    assertThat(diff("main", "--alertmanager", "alertmanager.yml", "--format", "markdown").out())
        .contains("| told of firing alerts | before | after |", "| `desk (webhook)` | 3 | 1 |")
        .doesNotContain("| `pager (webhook)` |");
  }

  @Test
  void looksAtSomeAlertsOnly() {
    change();
    assertThat(diff("main", "--alert", "QueueHuge|QueueFlooded").out())
        .contains("0 of 1 alert fires otherwise, 1 with other labels")
        .doesNotContain("QueueLong");
    var none = diff("main", "--alert", "Nothing");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("no alert is named 'Nothing'");
  }

  @Test
  void rulesMayComeAndGo() throws IOException {
    repository.write(
        "rules/more.yml", RULES.replace("Queue", "More").replace("name: q", "name: m"));
    assertThat(diff("main").out()).contains("MoreLong (rules/more.yml:6): new\n");
    Files.delete(folder.resolve("rules/queues.yml"));
    Files.delete(folder.resolve("rules/more.yml"));
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "-m", "none");
    assertThat(repository.run("rules", "diff", "nope/").err())
        .contains("firedrill: nope/: no such file or folder, and no revision");
    assertThat(diff("main", "topic").out()).contains("QueueLong (rules/queues.yml:6): gone");
    assertThat(diff("topic", "main").out()).contains("QueueLong (rules/queues.yml:6): new");
  }

  @Test
  void pathsAreRelativeToTheWorkingDirectoryInBothVersions() {
    repository.write(
        "rules/more.yml", RULES.replace("Queue", "More").replace("name: q", "name: m"));
    repository.commit("more");
    Path below = folder.resolve("recordings");
    repository.write("recordings/README.md", "none");
    assertThat(ScratchRepository.run(below, "rules", "diff", "main", "HEAD").out())
        .contains("MoreLong (../rules/more.yml:6): new");
    assertThat(ScratchRepository.run(below, "rules", "diff", "HEAD:rules", "main:rules").out())
        .contains("MoreLong (../rules/more.yml:6): gone");
  }

  @Test
  void saysWhichEvaluationsFail() {
    repository.write(
        "rules/queues.yml",
        RULES.replace(
            "expr: queue:depth:max > 8", "expr: queue:depth:max > on() queue:depth:max * 0"));
    assertThat(diff("main").out())
        .contains("QueueHuge: 24 evaluations failed, 0 before: found duplicate series");
    assertThat(diff("main", "--format", "markdown").out())
        .contains("\n> QueueHuge: 24 evaluations failed, 0 before: found duplicate series");
  }

  @Test
  void saysWhatCannotBeCompared() throws IOException {
    var unknown = repository.run("rules", "diff", "mian");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("unknown revision 'mian': did you mean 'main'?");
    assertThat(repository.run("rules", "diff", "gone.yml", "rules").err())
        .contains("gone.yml: no such file or folder, and no revision");
    assertThat(repository.run("rules", "diff", "main:gone", "rules").err())
        .contains("main: no file or folder gone at this revision");
    assertThat(repository.run("rules", "diff", "rules").err())
        .contains("compare 'rules' with what? give NEW, too");
    repository.write("rules/queues.yml", RULES.replace("> 4", "> > 4"));
    assertThat(repository.run("rules", "diff", "main").status()).isEqualTo(2);
    repository.git("checkout", "--quiet", "rules");

    repository.commit("second");
    Path shallow = folder.resolveSibling("shallow-" + folder.getFileName());
    repository.git("clone", "--quiet", "--depth=1", "file://" + folder, shallow.toString());
    var run = ScratchRepository.run(shallow, "rules", "diff", "HEAD~1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("this clone is shallow").contains("git fetch --unshallow");
  }

  @Test
  void outsideOfAnyRepositoryFilesAreCompared(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("old.yml"), RULES);
    Files.writeString(elsewhere.resolve("new.yml"), RULES.replace("> 4", "> 5"));
    assertThat(ScratchRepository.run(elsewhere, "rules", "diff", "old.yml", "new.yml").out())
        .contains("QueueLong (new.yml:6)\n  expr: queue:depth:max > 4 -> queue:depth:max > 5\n");
    var run = ScratchRepository.run(elsewhere, "rules", "diff", "main", "new.yml");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("main: no such file or folder; what has changed is asked of Git");
  }
}
