package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.MatchedLabels;
import dev.firedrill.promql.flow.Presence;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.Optional;

/// Finds what can never return anything, by its labels alone.
@AutoService(Check.class)
public final class PromqlImpossible implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/impossible", Severity.ERROR, "part of an expression that never returns anything");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (expr.facts(part).presence() != Presence.NEVER || isInherited(part, expr)) {
      return;
    }
    switch (part) {
      case InstantSelector selector -> selector(selector, expr, findings);
      case Call call -> absent(call, expr, findings);
      case Binary binary -> matching(binary, expr, findings);
      default -> {
        // Follows from one of its parts.
      }
    }
  }

  private static boolean isInherited(Expr part, RuleExpression expr) {
    return ExprWalk.children(part).stream()
        .anyMatch(child -> expr.facts(child).presence() == Presence.NEVER);
  }

  private static void selector(InstantSelector selector, RuleExpression expr, Findings findings) {
    for (LabelMatcher matcher : selector.matchers()) {
      Optional<LabelMatcher> other = excluding(selector, matcher);
      if (other.isPresent()) {
        findings.add(
            findings
                .at(
                    expr.locate(selector),
                    "no series can match both `" + other.get() + "` and `" + matcher + "`")
                .withHelp("remove one of them, or join two selectors by `or`"));
        return;
      }
    }
    lostLabel(selector, expr, findings);
  }

  private static Optional<LabelMatcher> excluding(InstantSelector selector, LabelMatcher matcher) {
    return selector.matchers().stream()
        .filter(other -> other.name().equals(matcher.name()))
        .filter(other -> other.operator() == LabelMatcher.Operator.EQUAL)
        .filter(other -> !matcher.matches(other.value()))
        .findFirst();
  }

  private static void lostLabel(InstantSelector selector, RuleExpression expr, Findings findings) {
    String metric = String.valueOf(selector.name());
    for (RecordingRule record : findings.rules().recordsOf(metric)) {
      Flow flow = findings.flow(record).orElse(null);
      for (LabelMatcher matcher : selector.matchers()) {
        Expr loser = flow == null ? null : flow.lost(matcher.name()).orElse(null);
        if (loser != null && !matcher.matches("")) {
          findings.add(
              findings
                  .at(
                      expr.locate(selector),
                      "no series of `" + metric + "` has the label `" + matcher.name() + "`")
                  .withNote("the record drops it here", record.expr().source().locate(loser.span()))
                  .withHelp("keep the label in the record, or remove the matcher"));
          return;
        }
      }
    }
    findings.add(
        findings.at(expr.locate(selector), "no series of `" + metric + "` can match this"));
  }

  private static void absent(Call call, RuleExpression expr, Findings findings) {
    findings.add(
        findings
            .at(
                expr.locate(call),
                call.function().name()
                    + "() never returns anything: there is always something"
                    + " inside")
            .withHelp("remove the `or` with a constant"));
  }

  private static void matching(Binary binary, RuleExpression expr, Findings findings) {
    LabelFlow left = expr.facts(binary.left()).labels();
    LabelFlow right = expr.facts(binary.right()).labels();
    boolean vectors =
        !expr.facts(binary.left()).isScalar() && !expr.facts(binary.right()).isScalar();
    String label = vectors ? MatchedLabels.contradiction(binary, left, right).orElse(null) : null;
    if (label == null) {
      return;
    }
    String one = left.values().get(label);
    String other = right.values().get(label);
    boolean values = one != null && other != null;
    String message =
        values
            ? "the sides never match: `"
                + label
                + "` is \""
                + one
                + "\" on the left and \""
                + other
                + "\" on the right"
            : "the sides never match: only the "
                + (left.mayHave(label) ? "left" : "right")
                + " one has the label `"
                + label
                + "`";
    findings.add(
        findings
            .at(expr.locate(binary), message)
            .withHelp(
                "leave the label out of the matching: `ignoring ("
                    + label
                    + ")`, or `on` the labels that both have"));
  }
}
