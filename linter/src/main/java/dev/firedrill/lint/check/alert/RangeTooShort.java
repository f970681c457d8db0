package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.RangeSelector;

/// A rate needs two samples, and a range that holds just two loses one at the first late scrape.
@AutoService(Check.class)
public final class RangeTooShort implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "range/too-short",
          Severity.ERROR,
          "range of a rate shorter than the scrapes it needs",
          RangeParameters.SCRAPE_INTERVAL);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    RateRange rate = RateRange.of(part).orElse(null);
    if (rate == null) {
      return;
    }
    RangeSelector range = rate.range();
    DurationExpr.Literal literal = rate.length();
    boolean recorded = !findings.rules().recordsOf(String.valueOf(range.series().name())).isEmpty();
    long scrape = recorded ? 0 : RangeParameters.scrapeInterval(range, findings).toMillis();
    if (literal.millis() >= 4 * scrape) {
      return;
    }
    String every = PrometheusDuration.format(scrape);
    boolean empty = literal.millis() < 2 * scrape;
    String least = PrometheusDuration.format(4 * scrape);
    findings.add(
        findings
            .at(
                empty ? Severity.ERROR : Severity.WARNING,
                expr.locate(literal.span()),
                empty
                    ? "with a scrape every "
                        + every
                        + ", this range holds too few samples: mostly"
                        + " nothing is returned"
                    : "with a scrape every "
                        + every
                        + ", one that is missed leaves too few samples")
            .withHelp("use a range of at least " + least));
  }
}
