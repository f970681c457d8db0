package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.QueryStats;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import java.time.Duration;
import java.util.List;

/// What is evaluated every minute should not take the server long.
@AutoService(Check.class)
public final class QueryCost implements OnlineCheck {
  private static final Parameter<Duration> TIME =
      Parameter.duration("max_time", Duration.ofSeconds(5), "how long one evaluation may take");
  private static final Parameter<Integer> SAMPLES =
      new Parameter<>("max_samples", 10_000_000, "how many samples one evaluation may read");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/cost",
          Severity.WARNING,
          "expression that costs the server much time or many samples",
          TIME,
          SAMPLES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    PrometheusApi server = inquiry.prometheus().orElse(null);
    if (server == null) {
      return List.of();
    }
    QueryStats stats = server.stats(expr.rule().expr().source().text(), inquiry.now());
    Location place = expr.rule().expr().source().location();
    Duration limit = inquiry.get(TIME);
    if (stats.seconds() * 1000 > limit.toMillis()) {
      return List.of(
          inquiry
              .at(
                  place,
                  "one evaluation takes the server "
                      + PrometheusDuration.format(Math.round(stats.seconds() * 1000))
                      + ", more than "
                      + PrometheusDuration.format(limit.toMillis()))
              .withHelp("record parts of it, read fewer series, or a shorter range"));
    }
    int most = inquiry.get(SAMPLES);
    if (stats.samples() > most) {
      return List.of(
          inquiry
              .at(
                  place,
                  "one evaluation reads "
                      + grouped(stats.samples())
                      + " samples, more than "
                      + grouped(most))
              .withHelp("record parts of it, read fewer series, or a shorter range"));
    }
    return List.of();
  }

  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(String.valueOf(number));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }
}
