package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.lint.check.alert.Reach;
import dev.firedrill.promql.ast.Expr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lies beyond the server's retention is gone.
@AutoService(Check.class)
public final class Retention implements OnlineCheck {
  // Anything shorter than this no server forgets, and it need not be asked.
  private static final long NEVER_FORGOTTEN = Duration.ofHours(2).toMillis();
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/retention",
          Severity.WARNING,
          "range, offset or subquery beyond the retention of the server");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    PrometheusApi server = inquiry.prometheus().orElse(null);
    List<Diagnostic> found = new ArrayList<>();
    for (Expr part : expr.parts()) {
      long reach = Reach.millis(part, expr);
      if (server == null || reach <= NEVER_FORGOTTEN) {
        continue;
      }
      Duration retention = retention(server);
      if (retention != null && reach > retention.toMillis()) {
        found.add(
            inquiry
                .at(
                    expr.locate(part),
                    "this reads "
                        + PrometheusDuration.format(reach)
                        + " back, and the server keeps samples for "
                        + PrometheusDuration.format(retention.toMillis()))
                .withHelp("record what is needed, or keep samples for longer"));
      }
    }
    return found;
  }

  // Others than Prometheus do not say.
  private static @Nullable Duration retention(PrometheusApi server) {
    try {
      return server.runtimeInfo().retention();
    } catch (ClientException e) {
      if (e.isUnsupported()) {
        return null;
      }
      throw e;
    }
  }
}
