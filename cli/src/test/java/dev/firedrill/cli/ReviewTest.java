package dev.firedrill.cli;

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
  private static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - record: queue:depth:max
          expr: max by (queue) (queue_depth)
        - alert: QueueLong
          expr: queue:depth:max > 4
          for: 1m
          labels: {severity: warning}
          annotations: {summary: 'Queue {{ $labels.queue }} is long'}
        - alert: QueueHuge
          expr: queue:depth:max > 8
          for: 1m
          labels: {severity: page}
          annotations: {summary: 'Queue {{ $labels.queue }} is huge'}
      """;
  private static final String TESTS =
      """
      rule_files: [../rules/queues.yml]
      tests:
      - name: a long queue
        interval: 1m
        input_series:
        - {series: 'queue_depth{queue="a"}', values: 6x10}
        alert_rule_test:
        - alertname: QueueLong
          eval_time: 5m
          exp_alerts:
          - exp_labels: {severity: warning, queue: a}
            exp_annotations: {summary: Queue a is long}
      """;
  private static final String SETTINGS =
      """
      stacks:
        queues:
          rules: [rules/*.yml]
          tests: [tests/*.yml]
          alertmanager: alertmanager.yml
          data: [recordings/*.om]
      """;

  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() {
    repository = QueueProject.in(folder, SETTINGS, RULES, "recordings/queues.om");
    repository.write("tests/queues_test.yml", TESTS);
    QueueProject.commit(repository);
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
    String[] all = new String[words.length + 3];
    all[0] = "review";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(words, 0, all, 3, words.length);
    return new ObjectMapper().readTree(repository.run(all).out());
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
  void seesRoutesThatChange() throws IOException {
    repository.write(
        "alertmanager.yml", QueueProject.ROUTES.replace("receiver: pager}]", "receiver: desk}]"));
    JsonNode receivers = json("main").path("receivers");
    assertThat(receivers).hasSize(1);
    assertThat(receivers.path(0).path("alertname").asText()).isEqualTo("QueueHuge");
    assertThat(receivers.path(0).path("before").path(0).asText()).isEqualTo("pager");
    assertThat(receivers.path(0).path("after").path(0).asText()).isEqualTo("desk");

    repository.write(
        "alertmanager.yml", QueueProject.ROUTES.replace("receiver: pager}]", "receiver: none}]"));
    ScratchRepository.Outcome refused = repository.run("review", "main");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out())
        .contains("alertmanager.yml:3")
        .contains(
            "receivers are not compared: Alertmanager would refuse alertmanager.yml of working"
                + " tree");
  }

  @Test
  void seesTemplatesThatChange() throws IOException {
    repository.write(
        "alertmanager.yml",
        QueueProject.ROUTES.replace(
                "webhook_configs: [{url: 'http://desk.example.com'}]",
                "slack_configs: [{api_url: 'http://desk.example.com', channel: '#a',"
                    + " text: '{{ template \"desk.text\" . }}'}]")
            + "templates: [templates/*.tmpl]\n");
    repository.write("templates/desk.tmpl", "{{ define \"desk.text\" }}x{{ end }}\n");
    repository.commit("templates");
    repository.write("templates/desk.tmpl", "{{ define \"desk.texts\" }}x{{ end }}\n");
    assertThat(json("HEAD").path("findings").findValuesAsText("check"))
        .containsExactly("amtemplate/undefined", "amtemplate/unused");
  }

  @Test
  void aNewConfigurationRoutesBothVersions() throws IOException {
    repository.git("rm", "--quiet", "--cached", "alertmanager.yml");
    repository.git("commit", "--quiet", "-m", "not yet");
    ScratchRepository.Outcome run = repository.run("review", "HEAD");
    assertThat(run.out())
        .contains("alertmanager.yml is not in HEAD: that of now is taken")
        .contains("no rule changed");
    assertThat(json("HEAD").path("receivers")).isEmpty();
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
}
