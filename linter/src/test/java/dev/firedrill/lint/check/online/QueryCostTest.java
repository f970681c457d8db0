package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import org.junit.jupiter.api.Test;

class QueryCostTest {
  private static String cost(String seconds, long samples) {
    return "{\"resultType\":\"vector\",\"result\":[],\"stats\":{\"timings\":{\"execTotalTime\":"
        + seconds
        + "},\"samples\":{\"totalQueryableSamples\":"
        + samples
        + "}}}";
  }

  @Test
  void reportsWhatTakesLong() throws Exception {
    try (OnlineCase online = new OnlineCase("online/cost")) {
      online.answer("up == 0", cost("6.5", 10));
      assertThat(online.findings(alert("expr: up == 0")))
          .containsExactly(
              "5:11 warning: one evaluation takes the server 6s500ms, more than 5s | record parts"
                  + " of it, read fewer series, or a shorter range");
      online.with("max_time", java.time.Duration.ofSeconds(10));
      assertThat(online.findings(alert("expr: up == 0"))).isEmpty();
    }
  }

  @Test
  void reportsWhatReadsMany() throws Exception {
    try (OnlineCase online = new OnlineCase("online/cost")) {
      online.answer("up == 0", cost("0.1", 12_345_678));
      assertThat(online.findings(alert("expr: up == 0")))
          .containsExactly(
              "5:11 warning: one evaluation reads 12,345,678 samples, more than 10,000,000 | record"
                  + " parts of it, read fewer series, or a shorter range");
    }
  }
}
