package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.lint.Server;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule is evaluated all the time: what it reads each time adds up.
@AutoService(Check.class)
public final class PromqlCost implements RuleCheck {
  private static final Parameter<Integer> MAX_SAMPLES =
      new Parameter<>("max_samples", 10_000, "samples of each series that one evaluation may read");
  private static final Parameter<Integer> MAX_REGEXES =
      new Parameter<>("max_regexes", 5, "regular expressions that one selector may have");
  private static final CheckInfo INFO =
      CheckInfo.off(
          "promql/cost",
          "nested subqueries, many regex matchers, long ranges",
          MAX_SAMPLES,
          MAX_REGEXES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    if (flow == null) {
      return;
    }
    Server server = findings.rules().server();
    long scrape =
        server.scrapeInterval().isZero()
            ? Duration.ofMinutes(1).toMillis()
            : server.scrapeInterval().toMillis();
    Estimate estimate = new Estimate(scrape, server.evaluationInterval().toMillis());
    double samples = estimate.of(flow.root());
    if (samples > findings.get(MAX_SAMPLES)) {
      findings.add(
          findings
              .at(
                  rule.expr().source().location(),
                  "each evaluation reads about "
                      + Math.round(samples)
                      + " samples of each series: "
                      + String.join(", ", estimate.reasons))
              .withHelp("record the inner part at a longer interval and read the record"));
    }
    for (InstantSelector selector : ExprWalk.selectors(flow.root())) {
      long regexes = selector.matchers().stream().filter(PromqlCost::isExpensive).count();
      if (regexes > findings.get(MAX_REGEXES)) {
        findings.add(
            findings
                .at(
                    rule.expr().source().locate(selector.span()),
                    regexes + " regular expressions in one selector: each is tried on every value")
                .withHelp("match on a label that says the same in one value"));
      }
    }
  }

  // A list of words is looked up; anything else is tried on each value of the label.
  private static boolean isExpensive(LabelMatcher matcher) {
    return matcher.operator().isRegex() && matcher.acceptedValues().isEmpty();
  }

  /// Counts the samples of one series that each part reads.
  private static final class Estimate {
    private final long scrape;
    private final long evaluation;
    private final List<String> reasons = new ArrayList<>();

    Estimate(long scrape, long evaluation) {
      this.scrape = scrape;
      this.evaluation = evaluation;
    }

    double of(Expr expr) {
      return switch (expr) {
        case RangeSelector range -> range(range);
        case Subquery subquery -> subquery(subquery);
        case InstantSelector _ -> 1;
        default -> {
          double sum = 0;
          for (Expr child : ExprWalk.children(expr)) {
            sum += of(child);
          }
          yield sum;
        }
      };
    }

    private double range(RangeSelector range) {
      long millis = millis(range.range(), 0);
      reasons.add("a range of " + PrometheusDuration.format(millis));
      return Math.max(1, (double) millis / scrape);
    }

    private double subquery(Subquery subquery) {
      long step = Math.max(1, millis(subquery.step(), evaluation));
      long millis = millis(subquery.range(), 0);
      double inner = of(subquery.inner());
      reasons.add(
          "evaluated "
              + millis / step
              + " times over "
              + PrometheusDuration.format(millis)
              + " by a subquery");
      return Math.max(1, (double) millis / step) * inner;
    }

    private static long millis(@Nullable DurationExpr duration, long otherwise) {
      return duration instanceof DurationExpr.Literal literal ? literal.millis() : otherwise;
    }
  }
}
