package dev.firedrill.rules.test.coverage;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import java.util.ArrayList;
import java.util.List;

/// Which rules read the input series of a test, be it through other rules.
final class FedRules {
  private final List<Labels> input = new ArrayList<>();
  private final boolean recorded;

  FedRules(UnitTest test) {
    for (InputSeries series : test.inputSeries()) {
      if (SeriesNotation.parseMetric(series.series().text())
          instanceof SeriesResult.Parsed parsed) {
        input.add(parsed.series().labels());
      }
    }
    this.recorded = !test.additions().recordings().isEmpty();
  }

  /// {@return whether a rule reads what the test gives; any may read recordings}
  ///
  /// @param reads the rules that a rule's expression reads, and those which these read
  boolean feeds(Rule rule, List<Rule> reads) {
    return recorded || reads(rule) || reads.stream().anyMatch(this::reads);
  }

  private boolean reads(Rule rule) {
    return rule.expr().result() instanceof ParseResult.Parsed parsed && reads(parsed.expr());
  }

  private boolean reads(Expr expr) {
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      for (Labels labels : input) {
        if (selector.matchers().stream().allMatch(matcher -> matcher.matches(labels))) {
          return true;
        }
      }
    }
    return false;
  }
}
