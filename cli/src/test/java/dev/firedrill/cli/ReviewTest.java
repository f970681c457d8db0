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

  private static final String SLACK =
      """
      route: {receiver: chat}
      receivers:
      - name: chat
        slack_configs:
        - api_url: http://chat.example.com/secret
          channel: '#alerts'
          title: '{{ .CommonLabels.alertname }}'
          text: '{{ template "text" . }}'
      templates: [wording.tmpl]
      """;

  // Each version has its own settings, which name other files.
  @Test
  void eachVersionHasTheAlertmanagerThatItsOwnSettingsName() throws IOException {
    repository.git("mv", "alertmanager.yml", "old-routes.yml");
    repository.write(".firedrill.yml", SETTINGS.replace("alertmanager.yml", "old-routes.yml"));
    repository.commit("old");
    repository.git("branch", "-f", "main");
    repository.write(".firedrill.yml", SETTINGS);
    repository.write("alertmanager.yml", SLACK);
    repository.write("wording.tmpl", "{{ define \"text\" }}x{{ end }}");
    repository.git("add", "--all");
    String text = repository.run("review", "main").out();
    assertThat(text)
        .contains("QueueLong (rules/queues.yml:6): receivers\n  - desk,", "\n  + chat,")
        .contains(
            "QueueHuge (rules/queues.yml:11): receivers\n  - pager,",
            "2 alerts to other receivers",
            ".firedrill.yml of main is another");
    assertThat(json("main").at("/receivers/0/before/0").asText()).isEqualTo("desk");
  }

  @Test
  void settingsThatHadErrorsEndNoReview() {
    repository.write(".firedrill.yml", "stacks: {a: {rules: [");
    repository.write("wording.tmpl", "{{ define \"text\" }}x{{ end }}");
    repository.write("alertmanager.yml", SLACK);
    repository.commit("broken");
    repository.write(".firedrill.yml", SETTINGS);
    repository.write("rules/queues.yml", RULES.replace("> 4", "> 5"));
    ScratchRepository.Outcome run = repository.run("review", "HEAD");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            ".firedrill.yml of HEAD has errors: that of now is taken",
            "expr: queue:depth:max > 4 -> queue:depth:max > 5");
  }

  @Test
  void anAlertThatIsHeldBackNowIsTold() throws IOException {
    repository.write(
        "alertmanager.yml",
        """
        route: {receiver: desk, group_by: [alertname]}
        receivers:
        - {name: desk, webhook_configs: [{url: 'http://desk.example.com'}]}
        inhibit_rules:
        - {source_matchers: [alertname=QueueLong], target_matchers: [alertname=QueueHuge]}
        """);
    String words =
        "QueueHuge: fires, and nobody is told of it any more (3 notifications before): held back by"
            + " inhibition";
    assertThat(repository.run("review", "main").out())
        .contains(words, "1 alert told to nobody any more");
    assertThat(repository.run("review", "main", "--format", "markdown").out())
        .contains("> `QueueHuge`: fires, and nobody is told of it any more");
    JsonNode told = json("main").at("/stacks/0/told/0");
    assertThat(told.get("alertname").asText()).isEqualTo("QueueHuge");
    assertThat(told.get("after").asInt()).isZero();
    assertThat(told.at("/held_back/0").asText()).isEqualTo("inhibition");
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
  void showsHowTheMessagesRead() throws IOException {
    repository.write("alertmanager.yml", SLACK);
    repository.write(
        "wording.tmpl",
        "{{ define \"text\" }}{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}{{ end }}");
    repository.commit("old");
    repository.git("branch", "-f", "main");
    assertThat(repository.run("review", "main").out()).doesNotContain("other words");
    repository.write(
        "wording.tmpl",
        "{{ define \"text\" }}{{ range .Alerts }}* {{ .Annotations.summary }}\n{{ end }}{{ end }}");
    String text = repository.run("review", "main").out();
    assertThat(text)
        .contains(
            """
            chat (slack) is told of QueueLong{queue="b", severity="warning"} in other words
              text:
              - Queue b is huge
              - Queue b is long
              + * Queue b is huge
              + * Queue b is long
            """)
        .contains("no rule changed, no alert fires otherwise, 1 alert told in other words")
        .doesNotContain("messages are not compared");
    repository.write(
        "rules/queues.yml", RULES.replace("{{ $labels.queue }} is long", "{{ $labels.queue }}!"));
    assertThat(repository.run("review", "main", "--format", "markdown").out())
        .contains("<details><summary>1 alert told in other words</summary>")
        .contains("- text: Queue b is long\n", "+ text: * Queue b!\n");
    JsonNode sent = json("main").at("/stacks/0/sent/0");
    assertThat(sent.get("receiver").asText()).isEqualTo("chat");
    assertThat(sent.at("/fields/0/before").asText())
        .isEqualTo("Queue b is huge\nQueue b is long\n");
    assertThat(sent.at("/fields/0/after").asText()).isEqualTo("* Queue b is huge\n* Queue b!\n");
    // A rule alone, through the template as it is.
    repository.run("rules", "list");
    repository.git("checkout", "main", "--", "wording.tmpl");
    assertThat(repository.run("review", "main").out())
        .contains("  - Queue b is long\n  + Queue b!\n");
  }

  @Test
  void showsHowAnnotationsRead() throws IOException {
    repository.write(
        "rules/queues.yml",
        RULES.replace("Queue {{ $labels.queue }} is long", "{{ $labels.queue }}: {{ $value }}"));
    String text = repository.run("review", "main").out();
    assertThat(text)
        .contains("  - Queue {{ $labels.queue }} is long\n  + {{ $labels.queue }}: {{ $value }}\n")
        .contains(
            "  summary of {queue=\"a\", severity=\"warning\"}:\n  - Queue a is long\n  + a: 5\n");
    assertThat(repository.run("review", "main", "--format", "markdown").out())
        .contains("- summary: Queue a is long\n+ summary: a: 5\n");
    JsonNode message = json("main").at("/stacks/0/rules/0/messages/0");
    assertThat(message.at("/labels/queue").asText()).isEqualTo("b");
    assertThat(message.at("/before").asText()).isEqualTo("Queue b is long");
    assertThat(message.at("/after").asText()).isEqualTo("b: 9");
    repository.write("rules/queues.yml", RULES.replace("{{ $labels.queue }} is", "is"));
    assertThat(repository.run("review", "main").out())
        .contains("  - Queue a is long\n  + Queue is long\n");
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
  void countsAlertsThatAreToldOfAtOtherTimes() {
    repository.write(
        "alertmanager.yml",
        QueueProject.ROUTES.replace("receiver: pager}]", "receiver: pager, group_wait: 1m}]"));
    assertThat(repository.run("review", "main").out())
        .contains(
            "no rule changed, no alert fires otherwise, 1 alert in other groups or at other times");
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
  void rulesThatCannotBeReadSayNothingOfRoutes() throws IOException {
    repository.write("rules/queues.yml", "<<<<<<< HEAD\n" + RULES);
    assertThat(json("main").path("findings").findValuesAsText("check"))
        .containsExactly("yaml/syntax");
  }

  @Test
  void routeTestsWithoutTheirConfigurationAreToldOf() throws IOException {
    repository.write(
        "tests/routes_test.yml",
        """
        alertmanager: ../alertmanager.yml
        tests: [{name: a, labels: {alertname: A}, expect: {receivers: [desk]}}]
        """);
    repository.commit("a test of routes");
    repository.git("mv", "alertmanager.yml", "größe am.yml");
    repository.write(".firedrill.yml", SETTINGS.replace("alertmanager.yml", "größe am.yml"));
    ScratchRepository.Outcome outcome = repository.run("review", "HEAD");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            "tests/routes_test.yml:1:15: error[route-test/invalid] '../alertmanager.yml': no such"
                + " file or folder")
        .contains("no new findings, no rule changed, tests cannot be run")
        .doesNotContain("receiver/placeholder");
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

  @Test
  void saysThatMessagesMayDifferWhereTemplatesDo() {
    repository.write(
        ".firedrill.yml",
        SETTINGS.replace(
            "    alertmanager:", "    templates: [templates/*.tmpl]\n    alertmanager:"));
    repository.write("templates/a.tmpl", "{{ define \"a\" }}x{{ end }}\n");
    repository.write("templates/b.tmpl", "{{ define \"b\" }}x{{ end }}\n");
    repository.commit("templates");
    repository.write("templates/b.tmpl", "{{ define \"b\" }}y{{ end }}\n");
    repository.write("templates/c.tmpl", "{{ define \"c\" }}y{{ end }}\n");
    assertThat(repository.run("review", "HEAD").out())
        .contains(
            "what was sent on the recording reads as before, though it may differ by"
                + " templates/b.tmpl, templates/c.tmpl\n");
    repository.git("rm", "--quiet", "-r", "recordings");
    assertThat(repository.run("review", "HEAD").out())
        .contains(
            "messages are not compared, and may differ by templates/b.tmpl, templates/c.tmpl\n");
    assertThat(repository.run("review", "HEAD", "--format", "markdown").out())
        .contains("messages are not compared");
  }
}
