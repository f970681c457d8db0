package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.report.JunitXml;
import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// The reports for continuous integration are what continuous integration reads.
class JunitReportsTest {
  private static final String TESTS =
      """
      rule_files: [rules.yml]
      tests:
      - name: 'quotes " <and> & é \\u0001'
        input_series:
        - {series: 'up{job="a"}', values: 0x5}
        alert_rule_test:
        - {eval_time: 1m, alertname: Down}
        - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_labels: {job: a}}]}
        promql_expr_test:
        - {expr: up, eval_time: 1m, exp_samples: [{labels: up, value: 1}]}
        - {expr: 'up[', eval_time: 1m}
      - input_series:
        - {series: 'up{', values: 1}
        promql_expr_test:
        - {expr: up, eval_time: 1m}
      - input_series:
        - {series: 'many{a="1"}', values: 1}
        - {series: 'many{a="2"}', values: 1}
        promql_expr_test:
        - {expr: one, eval_time: 1m}
      """;

  private static final String RULES =
      """
      groups:
      - name: g
        limit: 1
        rules:
        - {alert: Down, expr: up == 0}
        - {record: one, expr: many}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("rules.yml"), RULES);
    Files.writeString(folder.resolve("a_test.yml"), TESTS);
    Files.writeString(folder.resolve("b_test.yml"), "tests:\n- name: one\n  nonsense: 1\n");
    Files.writeString(folder.resolve("c_test.yml"), "tests: []\n");
  }

  @Test
  void unitTestsHaveACaseForEachAssertion() throws IOException {
    String xml =
        run(folder, "rules", "test", "a_test.yml", "b_test.yml", "c_test.yml", "--format", "junit");
    JunitXml.assertValid(xml);
    assertThat(xml).contains("<failure type=\"alert\"", "<failure type=\"expr\"");
    assertThat(xml).contains("<error type=\"setup\"", "<error type=\"rule\"", "<skipped");
  }

  @Test
  void theTestsOfAStackAreAReport() throws IOException {
    Path stack = Repository.file("testdata/gpu-fleet");
    String xml = run(stack, "rules", "test", "--format", "junit");
    JunitXml.assertValid(xml);
    assertThat(xml).contains("failures=\"0\" errors=\"0\" skipped=\"0\"");
  }

  @Test
  void promtoolsReportIsOneToo() throws IOException {
    run(folder, "promtool", "test", "--junit=report.xml", "rules", "a_test.yml", "b_test.yml");
    JunitXml.read(Files.readString(folder.resolve("report.xml")));
  }

  @Test
  void findingsOfTheLinterAreAReport() throws IOException {
    JunitXml.assertValid(run(folder, "rules", "lint", "rules.yml", "--format", "junit"));
  }

  @Test
  void filesThatMustNotBeSkippedFailAsTheCommandDoes() throws IOException {
    Files.writeString(folder.resolve("chart.yml"), "{{- if .Values.alerts }}\na: 1\n{{- end }}\n");
    Files.writeString(folder.resolve("good_test.yml"), "rule_files: [rules.yml]\ntests: []\n");
    routes();
    Files.delete(folder.resolve("a_test.yml"));
    Files.delete(folder.resolve("b_test.yml"));
    for (String command : List.of("rules lint", "rules test", "routes test", "rehearse")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(
          List.of(words.contains("routes") ? "*.yml" : ".", "--format=junit", "--fail-on=never"));
      String skipped = run(folder, words.toArray(String[]::new));
      JunitXml.assertValid(skipped);
      assertThat(skipped).as(command).contains("<skipped message=\"Helm or Jinja template\"/>");
      words.add("--fail-on-skipped");
      String failed = run(folder, words.toArray(String[]::new));
      JunitXml.assertValid(failed);
      assertThat(failed)
          .as(command)
          .contains(
              "<testsuite name=\"chart.yml\" tests=\"1\" failures=\"1\"",
              "<failure type=\"skipped\" message=\"skipped, which --fail-on-skipped forbids: Helm")
          .doesNotContain("<skipped message=\"Helm");
    }
  }

  @Test
  void filesThatMustNotBeSkippedAreErrorsInFormatsThatKnowFindingsOnly() throws IOException {
    Files.writeString(folder.resolve("chart.yml"), "{{- if .Values.alerts }}\na: 1\n{{- end }}\n");
    Map<String, String> errors =
        Map.of(
            "checkstyle",
            "<file name=\"chart.yml\">\n    <error line=\"1\" column=\"1\" severity=\"error\"",
            "gitlab",
            "\"severity\": \"critical\"",
            "teamcity",
            "file='chart.yml' line='1' SEVERITY='ERROR'",
            "sarif",
            "\"level\": \"error\",\n          \"message\": {\n            \"text\": \"skipped,",
            "github",
            "::error file=chart.yml,line=1,col=1,");
    for (String command : List.of("rules lint", "rehearse")) {
      for (Map.Entry<String, String> error : errors.entrySet()) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(".", "--format", error.getKey(), "--fail-on=never"));
        String told = run(folder, words.toArray(String[]::new));
        assertThat(told).as(error.getKey()).doesNotContain("--fail-on-skipped forbids");
        words.add("--fail-on-skipped");
        String failed = run(folder, words.toArray(String[]::new));
        assertThat(failed)
            .as(command + " " + error.getKey())
            .contains(error.getValue(), "skipped, which --fail-on-skipped forbids: Helm or Jinja")
            .containsOnlyOnce("forbids: Helm");
      }
    }
  }

  @Test
  void aFileThatWasNamedIsToldOfOnce() throws IOException {
    Files.writeString(folder.resolve("chart.yml"), "{{- if .Values.alerts }}\na: 1\n{{- end }}\n");
    String failed =
        run(folder, "rules", "lint", "chart.yml", "--format=teamcity", "--fail-on-skipped");
    assertThat(failed.lines().filter(line -> line.startsWith("##teamcity[inspection ")))
        .singleElement()
        .asString()
        .contains("SEVERITY='ERROR'");
  }

  @Test
  void testsNameSkippedFilesOnGithub() throws IOException {
    Files.writeString(folder.resolve("chart.yml"), "{{- if .Values.alerts }}\na: 1\n{{- end }}\n");
    Files.writeString(folder.resolve("good_test.yml"), "rule_files: [rules.yml]\ntests: []\n");
    routes();
    Files.delete(folder.resolve("a_test.yml"));
    Files.delete(folder.resolve("b_test.yml"));
    for (String command : List.of("rules test", "routes test")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of(words.contains("routes") ? "*.yml" : ".", "--format=github"));
      assertThat(run(folder, words.toArray(String[]::new)))
          .as(command)
          .contains("::notice file=chart.yml,");
      words.add("--fail-on-skipped");
      assertThat(run(folder, words.toArray(String[]::new)))
          .as(command)
          .contains("::error file=chart.yml,", "forbids: Helm or Jinja template");
    }
  }

  @Test
  void failuresOfARouteTestAreOne() throws IOException {
    routes();
    String xml = run(folder, "routes", "test", "routes_test.yml", "--format", "junit");
    JunitXml.assertValid(xml);
    assertThat(xml)
        .contains(
            "tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\"",
            "message=\"expected [desk], got [pager] (and 1 more)\"",
            "inhibited: expected true, got false");
  }

  @Test
  void aRehearsalIsOneReportWithTotals() throws IOException {
    routes();
    Files.writeString(
        folder.resolve("story.yml"),
        """
        - scenario: nobody is told
          alertmanager: alertmanager.yml
          events:
          - {t: 0, post: alerts, alerts: [{labels: {alertname: Down}}]}
          observed_until: 1m
          notifications: []
        """);
    String xml = run(folder, "rehearse", "--format", "junit");
    JunitXml.assertValid(xml);
    Element root = JunitXml.read(xml);
    assertThat(root.getAttribute("name")).isEqualTo("firedrill rehearse");
    assertThat(xml)
        .contains(
            "<testsuite name=\"routes_test.yml\" tests=\"2\" failures=\"1\"",
            "<testsuite name=\"scenarios\" tests=\"1\" failures=\"1\"",
            "message=\"0 missing, 1 unexpected notification\"",
            "unexpected  30s pager  firing {alertname=&quot;Down&quot;}".replace("&quot;", "\""));
    assertThat(run(folder, "rehearse", "--format", "github"))
        .contains("scenario 'nobody is told': 0 missing, 1 unexpected notification");
  }

  @Test
  void pathsAreThoseOfTheRepositoryWhereverTheCommandRuns() throws IOException {
    routes();
    Files.createDirectory(folder.resolve(".git"));
    Path below = Files.createDirectories(folder.resolve("docs/deep"));
    Path up = Path.of("..", "..");
    for (String command : List.of("rules", "routes")) {
      String file = up.resolve(command.equals("rules") ? "a_test.yml" : "routes_test.yml") + "";
      String name = Path.of(file).getFileName().toString();
      assertThat(run(below, command, "test", file, "--format", "junit"))
          .contains("<testsuite name=\"" + name, "file=\"" + name)
          .doesNotContain("file=\"..");
      assertThat(run(below, command, "test", file, "--format", "github"))
          .contains("::error file=" + name)
          .doesNotContain("file=..");
    }
  }

  private void routes() throws IOException {
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route: {receiver: pager}
        receivers: [{name: pager, webhook_configs: [{url: 'http://pager.internal/'}]}]
        """);
    Files.writeString(
        folder.resolve("routes_test.yml"),
        """
        alertmanager: alertmanager.yml
        tests:
        - {labels: {alertname: Down}, expect: {receivers: [desk], inhibited: true}}
        - {labels: {alertname: Down}, expect: {receivers: [pager]}}
        """);
  }

  private static String run(Path folder, String... arguments) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    InProcess.run(new Program.Invocation(folder, "", out, err, List.of(arguments)));
    return out.toString();
  }
}
