package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.lint.check.alert.RateRange;
import dev.firedrill.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rate needs two samples, and the server knows how far apart they really are.
@AutoService(Check.class)
public final class ScrapeInterval implements OnlineCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/scrape-interval",
          Severity.ERROR,
          "range of a rate shorter than the real scrapes of its series allow");

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
    List<Diagnostic> found = new ArrayList<>();
    for (Expr part : expr.parts()) {
      RateRange.of(part).flatMap(rate -> check(rate, expr, server, inquiry)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Diagnostic> check(
      RateRange rate, RuleExpression expr, PrometheusApi server, Inquiry inquiry) {
    SeriesQuestion series = SeriesQuestion.of(rate.range().series());
    long scrape = ScrapeTimes.of(series, server, inquiry.now());
    long length = rate.length().millis();
    if (length >= 4 * scrape || isReportedOffline(length, inquiry)) {
      return Optional.empty();
    }
    boolean empty = length < 2 * scrape;
    String every = PrometheusDuration.format(scrape);
    String message =
        "the series of `"
            + series
            + "` are scraped every "
            + every
            + (empty
                ? ": this range holds too few samples, and mostly nothing is returned"
                : ": one scrape that is missed leaves too few samples");
    return Optional.of(
        inquiry
            .at(
                empty ? Severity.ERROR : Severity.WARNING,
                expr.locate(rate.length().span()),
                message)
            .withHelp("use a range of at least " + PrometheusDuration.format(4 * scrape)));
  }

  // Where prometheus.yml already shows that the range is too short, range/too-short says so.
  private static boolean isReportedOffline(long length, Inquiry inquiry) {
    return length < 4 * inquiry.rules().server().scrapeInterval().toMillis();
  }
}
