package dev.firedrill.lint.check.alert;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.Server;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import java.time.Duration;

/// What checks of ranges know about how often targets are scraped.
final class RangeParameters {
  static final Parameter<Duration> SCRAPE_INTERVAL =
      Parameter.duration(
          "scrape_interval",
          Duration.ZERO,
          "how often targets are scraped, where no prometheus.yml says so");

  private RangeParameters() {}

  /// {@return how often the series of an expression are scraped: at least; zero if not known}
  static Duration scrapeInterval(Expr expr, Findings findings) {
    Server server = findings.rules().server();
    Duration least = null;
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      for (LabelMatcher matcher : selector.matchers()) {
        Duration job = server.jobs().get(matcher.value());
        if (matcher.name().equals("job")
            && matcher.operator() == LabelMatcher.Operator.EQUAL
            && job != null) {
          least = least == null || job.compareTo(least) < 0 ? job : least;
        }
      }
    }
    if (least != null) {
      return least;
    }
    return server.scrapeInterval().isZero()
        ? findings.get(SCRAPE_INTERVAL)
        : server.scrapeInterval();
  }
}
