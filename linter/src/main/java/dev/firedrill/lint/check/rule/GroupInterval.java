package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.GroupCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;

/// Results go stale five minutes after they were written.
@AutoService(Check.class)
public final class GroupInterval implements GroupCheck {
  private static final Parameter<Duration> MAX =
      Parameter.duration(
          "max", Duration.ofMinutes(5), "the longest interval: Prometheus looks back this far");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "group/interval",
          Severity.WARNING,
          "interval longer than the lookback, or shorter than that of scrapes",
          MAX);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleGroup group, Findings findings) {
    Located<Duration> interval = group.interval();
    if (interval == null || interval.value().isZero()) {
      return;
    }
    Duration max = findings.get(MAX);
    Duration scrape = findings.rules().server().scrapeInterval();
    String text = PrometheusDuration.format(interval.value().toMillis());
    if (interval.value().compareTo(max) > 0) {
      findings.add(
          findings
              .at(
                  interval.location(),
                  "with an interval of "
                      + text
                      + ", results are gone after "
                      + PrometheusDuration.format(max.toMillis())
                      + " until the next evaluation")
              .withHelp("evaluate at least every " + PrometheusDuration.format(max.toMillis())));
    } else if (interval.value().compareTo(scrape) < 0) {
      findings.add(
          findings
              .at(
                  interval.location(),
                  "evaluated every "
                      + text
                      + ", but scraped every "
                      + PrometheusDuration.format(scrape.toMillis())
                      + ": most evaluations see nothing new")
              .withHelp("evaluate as often as targets are scraped"));
    }
  }
}
