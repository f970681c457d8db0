package dev.firedrill.cli;

import static dev.firedrill.cli.ReviewedQueues.RULES;
import static dev.firedrill.cli.ReviewedQueues.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What reviews tell of whom alerts reach, and of the messages.
class ReviewedMessagesTest {
  @TempDir Path folder;

  private ScratchRepository repository;

  @BeforeEach
  void start() throws IOException {
    repository = ReviewedQueues.in(folder);
  }

  private JsonNode json(String... words) throws IOException {
    return ReviewedQueues.json(repository, words);
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
  void countsAlertsThatAreToldOfAtOtherTimes() {
    repository.write(
        "alertmanager.yml",
        QueueProject.ROUTES.replace("receiver: pager}]", "receiver: pager, group_wait: 1m}]"));
    assertThat(repository.run("review", "main").out())
        .contains(
            "no rule changed, no alert fires otherwise, 1 alert in other groups or at other times");
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
