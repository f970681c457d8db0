package dev.firedrill.lint;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.WebPages;
import org.junit.jupiter.api.Test;

class OnlineLinterTest {
  @Test
  void saysWhyAServerIsAway() throws Exception {
    OnlineCase online = new OnlineCase("online/series");
    online.close();
    OnlineLinter.Outcome outcome = online.outcome(alert("expr: up == 0"));
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.away()).endsWith(": nothing answers there (is the server running?)");
  }

  @Test
  void countsWhatTheServerDoesNotAnswer() throws Exception {
    try (OnlineCase online = new OnlineCase("online/retention")) {
      online.page("GET /api/v1/status/runtimeinfo", 500);
      OnlineLinter.Outcome outcome =
          online.outcome(alert("expr: up offset 3h == 0 and up offset 4h == 0"));
      assertThat(outcome.away()).isNull();
      assertThat(outcome.unanswered()).isEqualTo(1);
      assertThat(outcome.reason()).contains("HTTP 500");
    }
  }

  @Test
  void doesNotMindWhatOtherServersDoNotHave() throws Exception {
    for (String check : new String[] {"online/retention", "online/label-conflict"}) {
      try (OnlineCase online = new OnlineCase(check)) {
        assertThat(online.findings(alert("expr: up offset 3h == 0", "labels: {a: b}"))).isEmpty();
      }
    }
  }

  @Test
  void leavesQuestionsOutWhereThereIsNobodyToAsk() throws Exception {
    Online nobody = new Online(null, null, new WebPages(RequestLimits.DEFAULT), OnlineCase.NOW);
    for (Check check : Checks.all()) {
      if (check instanceof OnlineCheck && !check.info().id().equals("online/runbook")) {
        try (OnlineCase online = new OnlineCase(check.info().id())) {
          String rules = alert("expr: rate(x[30d]) > 0", "labels: {a: b}");
          assertThat(online.outcome(rules, nobody))
              .as(check.info().id())
              .satisfies(outcome -> assertThat(outcome.findings()).isEmpty())
              .satisfies(outcome -> assertThat(outcome.unanswered()).isZero());
        }
      }
    }
  }
}
