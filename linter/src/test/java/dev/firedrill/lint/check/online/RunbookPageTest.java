package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import org.junit.jupiter.api.Test;

class RunbookPageTest {
  private static String rules(String url) {
    return alert("expr: up == 0", "annotations: {runbook_url: '" + url + "'}");
  }

  @Test
  void reportsPagesThatAreNotThere() throws Exception {
    try (OnlineCase online = new OnlineCase("online/runbook")) {
      online
          .page("HEAD /there", 200)
          .page("HEAD /login", 302)
          .page("HEAD /picky", 405)
          .page("GET /picky", 200)
          .page("HEAD /gone", 404)
          .page("GET /gone", 404);
      for (String page : new String[] {"/there", "/there#part", "/login", "/picky"}) {
        assertThat(online.findings(rules(online.url(page)))).as(page).isEmpty();
      }
      assertThat(online.findings(rules(online.url("/gone"))))
          .containsExactly(
              "6:33 warning: the runbook of SomethingWrong does not answer: 404 Client Error | is"
                  + " the page gone, or reachable only from elsewhere?");
    }
  }

  @Test
  void leavesOutWhatIsKnownOnlyLater() throws Exception {
    try (OnlineCase online = new OnlineCase("online/runbook")) {
      assertThat(online.findings(rules("http://localhost:1/{{ $labels.job }}"))).isEmpty();
      assertThat(online.findings(rules("see the wiki"))).isEmpty();
      assertThat(online.findings(alert("expr: up == 0"))).isEmpty();
    }
  }
}
