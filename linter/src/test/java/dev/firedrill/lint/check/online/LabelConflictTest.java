package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import dev.firedrill.lint.Server;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelConflictTest {
  private static final String CONFIG =
      "{\"yaml\":\"global:\\n  external_labels: {cluster: eu, replica: a}\\n\"}";

  @Test
  void reportsLabelsThatHideExternalOnes() throws Exception {
    try (OnlineCase online = new OnlineCase("online/label-conflict")) {
      online.answer("/api/v1/status/config", CONFIG);
      String rules = alert("expr: up == 0", "labels: {cluster: mine, severity: page}");
      assertThat(online.findings(rules))
          .containsExactly(
              "6:14 warning: `cluster` hides the server's external label cluster=\"eu\" | give the"
                  + " label another name");
      Map<String, String> known = Map.of("cluster", "eu");
      online.on(Server.UNKNOWN.withExternalLabels(known));
      assertThat(online.findings(rules)).as("said by prometheus.yml already").isEmpty();
    }
  }

  @Test
  void reportsExternalLabelsThatTheServerLacks() throws Exception {
    try (OnlineCase online = new OnlineCase("online/label-conflict")) {
      online.answer("/api/v1/status/config", CONFIG);
      assertThat(
              online.findings(
                  alert(
                      "expr: up == 0",
                      "annotations: {summary: 'on {{ $externalLabels.clutser }}, {{"
                          + " $externalLabels.replica }}'}")))
          .containsExactly(
              "6:35 warning: the server has no external label `clutser` | did you mean `cluster`?");
    }
  }

  @Test
  void needsNoAnswerForRulesThatSayNothing() throws Exception {
    try (OnlineCase online = new OnlineCase("online/label-conflict")) {
      assertThat(online.findings(alert("expr: up == 0"))).isEmpty();
      assertThat(online.timesAsked("/api/v1/status/config")).isZero();
    }
  }
}
