package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RecordGraph;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules of a group run one after the other, so a rule sees what those before it have just recorded
/// and what those after it recorded an interval ago.
@AutoService(Check.class)
public final class RuleDependency implements RuleSetCheck {
  // How many intervals a range must have for one more not to matter.
  private static final int LONG_WINDOW = 50;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "rule/dependency",
          Severity.WARNING,
          "reads a record that is produced later, or less often");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    RecordGraph graph = findings.rules().graph();
    for (RuleFile file : findings.rules().files()) {
      for (RuleGroup group : file.groups()) {
        for (int i = 0; i < group.rules().size(); i++) {
          check(group, i, graph, findings);
        }
      }
    }
  }

  private static void check(RuleGroup group, int index, RecordGraph graph, Findings findings) {
    Rule rule = group.rules().get(index);
    Set<String> seen = new HashSet<>();
    for (InstantSelector selector : selectors(rule, findings)) {
      String metric = String.valueOf(selector.name());
      List<RecordingRule> records = findings.rules().recordsOf(metric);
      if (records.isEmpty() || metric.equals(rule.name().value()) || !seen.add(metric)) {
        continue;
      }
      Location place = rule.expr().source().locate(selector.span());
      if (isAveraged(selector, rule, group, findings)
          || records.stream().allMatch(each -> hardlyMoves(each, findings))) {
        seen.remove(metric);
        continue;
      }
      RecordingRule record = records.getFirst();
      if (rule instanceof RecordingRule own && graph.isCycle(metric, own.name().value())) {
        findings.add(
            findings
                .at(
                    Severity.INFO,
                    place,
                    "`"
                        + own.name().value()
                        + "` and `"
                        + metric
                        + "` read each other: each is an"
                        + " interval behind")
                .withNote("the other record", record.name().location()));
      } else if (records.stream().allMatch(each -> isLater(each, group, index))) {
        findings.add(
            findings
                .at(
                    place,
                    "`"
                        + metric
                        + "` is recorded later in this group: what is read here is one"
                        + " interval old")
                .withNote("it is recorded here", record.name().location())
                .withHelp("move the record before this rule"));
      } else if (records.stream().allMatch(each -> isSlower(each, group, findings))) {
        findings.add(
            findings
                .at(
                    place,
                    "`"
                        + metric
                        + "` is recorded every "
                        + text(findings.rules().groupOf(record), findings)
                        + ", and read every "
                        + text(group, findings))
                .withNote("it is recorded here", record.name().location())
                .withHelp("evaluate both groups at the same interval"));
      }
    }
  }

  private static List<InstantSelector> selectors(Rule rule, Findings findings) {
    return findings.flow(rule).map(flow -> ExprWalk.selectors(flow.root())).orElse(List.of());
  }

  private static boolean isLater(RecordingRule record, RuleGroup group, int index) {
    for (int i = index + 1; i < group.rules().size(); i++) {
      if (group.rules().get(i).location().equals(record.location())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSlower(RecordingRule record, RuleGroup group, Findings findings) {
    RuleGroup other = findings.rules().groupOf(record);
    return interval(other, findings).compareTo(interval(group, findings)) > 0
        && (other.interval() != null || findings.rules().server().known());
  }

  private static boolean hardlyMoves(RecordingRule record, Findings findings) {
    RuleGroup group = findings.rules().groupOf(record);
    return window(record, findings) >= LONG_WINDOW * interval(group, findings).toMillis();
  }

  // One sample more or less does not matter to a long range.
  private static boolean isAveraged(
      InstantSelector selector, Rule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    for (Expr part : flow == null ? List.<Expr>of() : ExprWalk.all(flow.root())) {
      if (part instanceof Expr.RangeSelector range
          && range.series().span().equals(selector.span())
          && range.range() instanceof DurationExpr.Literal literal
          && literal.millis() >= LONG_WINDOW * interval(group, findings).toMillis()) {
        return true;
      }
    }
    return false;
  }

  // What is measured over days has hardly moved since the last evaluation.
  private static long window(RecordingRule record, Findings findings) {
    long longest = 0;
    Flow flow = findings.flow(record).orElse(null);
    for (Expr part : flow == null ? List.<Expr>of() : ExprWalk.all(flow.root())) {
      DurationExpr range =
          switch (part) {
            case Expr.RangeSelector selector -> selector.range();
            case Expr.Subquery subquery -> subquery.range();
            default -> null;
          };
      if (range instanceof DurationExpr.Literal literal) {
        longest = Math.max(longest, literal.millis());
      }
    }
    return longest;
  }

  private static String text(RuleGroup group, Findings findings) {
    return PrometheusDuration.format(interval(group, findings).toMillis());
  }

  private static Duration interval(RuleGroup group, Findings findings) {
    Located<Duration> own = group.interval();
    return own == null || own.value().isZero()
        ? findings.rules().server().evaluationInterval()
        : own.value();
  }
}
