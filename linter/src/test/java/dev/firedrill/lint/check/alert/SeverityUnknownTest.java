package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeverityUnknownTest {
  private static final LintCase CASE = LintCase.of("severity/unknown");

  private static String rules(String... severities) {
    StringBuilder yaml = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (String severity : severities) {
      yaml.append("  - {alert: A, expr: up == 0, labels: {severity: " + severity + "}}\n");
    }
    return yaml.toString();
  }

  @Test
  void reportsSlips() {
    assertThat(CASE.findings(rules("critcal")))
        .containsExactly("4:50 error: `critcal` is no severity");
    assertThat(CASE.findings(rules("Warning"))).hasSize(1);
    assertThat(CASE.findings(rules("high", "low", "sev1", "P2"))).isEmpty();
  }

  @Test
  void takesTheVocabularyFromTheRules() {
    assertThat(CASE.findings(rules("warning", "warning", "critical", "critical", "urgent")))
        .containsExactly("8:50 warning: `urgent` is none of the severities in use");
    assertThat(CASE.findings(rules("warning", "critical", "info", "page", "none"))).isEmpty();
    assertThat(CASE.findings(rules("p1", "p1", "p2", "p2", "p3", "p3"))).isEmpty();
  }

  @Test
  void takesTheVocabularyFromTheSettings() {
    LintCase two = CASE.with("allowed", List.of("page", "ticket"));
    assertThat(two.findings(rules("critical")))
        .containsExactly("4:50 warning: `critical` is none of the severities there are");
    assertThat(two.findings(rules("page", "ticket"))).isEmpty();
    assertThat(two.findings(rules("tickt"))).containsExactly("4:50 error: `tickt` is no severity");
  }

  @Test
  void takesAWordOfItsOwnForNoSlip() {
    for (String severity : new String[] {"notify", "notifi", "inform", "pages"}) {
      boolean slip = severity.equals("pages");
      assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: " + severity + "}")))
          .as(severity)
          .hasSize(slip ? 1 : 0);
    }
    for (String severity : new String[] {"critcal", "crtiical", "warnning", "inof"}) {
      assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: " + severity + "}")))
          .as(severity)
          .hasSize(1);
    }
  }

  @Test
  void takesTheVocabularyFromTheRoutes() {
    String yaml =
        """
        route:
          receiver: a
          routes:
          - {receiver: a, matchers: ['severity=~"page|ticket"', 'team!="x"']}
          - {receiver: a, match: {severity: chat}}
        receivers: [{name: a}]
        """;
    AlertmanagerConfig routes =
        AlertmanagerReader.read(
                SourceFile.of("alertmanager.yml", yaml), AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    LintCase routed = CASE.in(Deployment.NONE.withAlertmanager(routes));
    assertThat(routed.findings(rules("page", "ticket", "chat", "warning"))).isEmpty();
    assertThat(routed.findings(rules("urgent")))
        .containsExactly("4:50 warning: `urgent` is none of the severities in use");
    assertThat(routed.findings(rules("tickt")))
        .containsExactly("4:50 error: `tickt` is no severity");
  }
}
