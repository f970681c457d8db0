package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.LintCase;
import dev.firedrill.settings.PathMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationRunbookTest {
  private static final LintCase CASE = LintCase.of("annotation/runbook");

  @Test
  void asksAlertsThatPageForARunbook() {
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: critical}")))
        .containsExactly("4:12 info: critical alert SomethingWrong has no runbook");
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: warning}"))).isEmpty();
    assertThat(
            CASE.with("severities", List.of("warning"))
                .findings(alert("expr: up == 0", "labels: {severity: warning}")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"see the wiki", "runbooks/a.md", "ftp://host/a", "https://", "http:/a"})
  void reportsWhatIsNoUrl(String url) {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {runbook_url: '" + url + "'}")))
        .containsExactly("6:33 error: `runbook_url` of alert SomethingWrong is not a URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://runbooks.example.com/a#b",
        "http://wiki/x?y=z",
        "https://x.example/{{ $labels.job }}",
        "{{ $labels.runbook }}"
      })
  void acceptsUrlsAndTemplates(String url) {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {runbook_url: '" + url + "'}")))
        .isEmpty();
  }

  @Test
  void looksAtAnotherAnnotationWhereToldSo() {
    assertThat(
            CASE.with("annotation", "runbook")
                .findings(alert("expr: up == 0", "annotations: {runbook: nowhere}")))
        .containsExactly("6:28 error: `runbook` of alert SomethingWrong is not a URL");
  }

  @Test
  void asksForAnAllowedPlaceWhereToldSo() {
    LintCase wiki = CASE.with("allowed_urls", List.of("https://wiki[.]example[.]com/.*"));
    String other = alert("expr: up == 0", "annotations: {runbook_url: 'https://gist.example/x'}");
    assertThat(wiki.findings(other))
        .containsExactly(
            "6:33 error: `runbook_url` of alert SomethingWrong leads elsewhere than allowed");
    assertThat(wiki.findings(other.replace("gist.example", "wiki.example.com"))).isEmpty();
  }

  @Test
  void warnsWhereHalfOfTheAlertsHaveOne() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - alert: A
            expr: up == 0
            labels: {severity: page}
            annotations: {OTHER: "https://runbooks.example.com/a"}
          - {alert: B, expr: up == 0, labels: {severity: page}}
        """;
    assertThat(CASE.findings(rules.replace("OTHER", "runbook_url")))
        .containsExactly("8:13 warning: page alert B has no runbook");
    assertThat(CASE.findings(rules.replace("OTHER", "wiki")))
        .allMatch(finding -> finding.contains(" info: "))
        .hasSize(2);
  }

  @Test
  void looksIntoPagesOfTheRepository(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("good.md"),
        """
        # Down
        ## Diagnosis
        ```promql
        sum by (job) (up)

        rate(x[5m])
        ```
        """);
    Files.writeString(folder.resolve("bad.md"), "# Down\n```promql\nsum(\n```\n");
    LintCase pages =
        CASE.in(new Deployment(null, null, folder, PathMap.NONE, List.of()))
            .with("pages", Map.of("https://runbooks.example.com/", List.of(".")))
            .with("sections", List.of("Diagnosis"));
    String rule = alert("expr: up == 0", "annotations: {runbook_url: 'https://URL'}");
    assertThat(pages.findings(rule.replace("URL", "runbooks.example.com/good#steps"))).isEmpty();
    assertThat(pages.findings(rule.replace("URL", "elsewhere.example.com/x"))).isEmpty();
    assertThat(pages.findings(rule.replace("URL", "runbooks.example.com/gone")))
        .containsExactly("6:33 error: there is no page `gone`");
    assertThat(pages.findings(rule.replace("URL", "runbooks.example.com/bad")))
        .containsExactly(
            "6:33 error: the page bad.md has no section `Diagnosis`",
            "6:33 error: the PromQL at line 3 of bad.md: unclosed left parenthesis");
  }
}
