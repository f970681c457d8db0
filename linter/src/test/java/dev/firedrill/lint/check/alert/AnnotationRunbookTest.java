package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
