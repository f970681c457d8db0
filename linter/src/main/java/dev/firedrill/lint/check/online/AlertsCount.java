package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.rules.Rule.AlertingRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The past is the best guess of how often an alert will page.
@AutoService(Check.class)
public final class AlertsCount implements OnlineCheck {
  private static final Parameter<Duration> WINDOW =
      Parameter.duration("window", Duration.ofDays(1), "how far back the alert is evaluated");
  private static final Parameter<Integer> LIMIT =
      new Parameter<>("limit", 10, "how often an alert may fire in that time without a warning");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/alerts-count",
          Severity.INFO,
          "how often the alert would have fired lately",
          WINDOW,
          LIMIT);
  // Servers refuse more than 11,000.
  private static final long MOST_STEPS = 10_000;

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    PrometheusApi server = inquiry.prometheus().orElse(null);
    if (server == null || !(expr.rule() instanceof AlertingRule alert)) {
      return List.of();
    }
    FiringCount count = count(alert, expr, server, inquiry);
    int limit = inquiry.get(LIMIT);
    if (count.firings() == 0) {
      return List.of();
    }
    String window = PrometheusDuration.format(inquiry.get(WINDOW).toMillis());
    boolean often = count.firings() > limit;
    Diagnostic found =
        inquiry.at(
            often ? Severity.WARNING : Severity.INFO,
            alert.name().location(),
            "would have fired " + times(count) + " in the last " + window);
    return List.of(
        often
            ? found.withHelp(
                "more than " + limit + ": raise the threshold or `for`, or group what it tells of")
            : found);
  }

  private static String times(FiringCount count) {
    String times = count.firings() == 1 ? "once" : count.firings() + " times";
    return count.instances() > 1 ? times + ", for " + count.instances() + " label sets" : times;
  }

  private static FiringCount count(
      AlertingRule alert, RuleExpression expr, PrometheusApi server, Inquiry inquiry) {
    long step = interval(expr, inquiry);
    FiringCount count =
        new FiringCount(step, millis(alert.holdDuration()), millis(alert.keepFiringFor()));
    long end = Math.floorDiv(inquiry.now(), step) * step;
    long start = Math.ceilDiv(inquiry.before(inquiry.get(WINDOW)), step) * step;
    while (start <= end) {
      long last = Math.min(end, start + (MOST_STEPS - 1) * step);
      FiringCount before = count;
      count = server.queryRange(alert.expr().source().text(), start, last, step, before::next);
      start = last + step;
    }
    return count;
  }

  private static long interval(RuleExpression expr, Inquiry inquiry) {
    long own = millis(expr.group().interval());
    return own > 0 ? own : inquiry.rules().server().evaluationInterval().toMillis();
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }
}
