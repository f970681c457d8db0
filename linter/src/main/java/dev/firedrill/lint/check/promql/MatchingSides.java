package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.MatchedLabels;
import dev.firedrill.promql.flow.Presence;
import java.util.Set;
import java.util.TreeSet;

/// Sides with different labels do not find each other one by one.
@AutoService(Check.class)
public final class MatchingSides implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/vector-matching",
          Severity.WARNING,
          "sides whose labels differ, matched one to one");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof Binary binary)) {
      return;
    }
    Facts left = expr.facts(binary.left());
    Facts right = expr.facts(binary.right());
    boolean judged =
        left.isScalar()
            || right.isScalar()
            || left.presence() == Presence.NEVER
            || right.presence() == Presence.NEVER
            || MatchedLabels.contradiction(binary, left.labels(), right.labels()).isPresent();
    if (judged || binary.operator() == BinaryOperator.OR) {
      return;
    }
    included(binary, left.labels(), right.labels(), expr, findings);
    if (binary.matching().cardinality() != Cardinality.ONE_TO_ONE
        && binary.matching().cardinality() != Cardinality.MANY_TO_MANY) {
      return;
    }
    sides(binary, left.labels(), right.labels(), expr, findings);
  }

  private static void sides(
      Binary binary, LabelFlow left, LabelFlow right, RuleExpression expr, Findings findings) {
    VectorMatching matching = binary.matching();
    if (matching.compared() == Compared.ON
        || matching.fillLeft() != null
        || matching.fillRight() != null) {
      return;
    }
    Set<String> onlyLeft = only(left, right, matching);
    Set<String> onlyRight = only(right, left, matching);
    if (onlyLeft.isEmpty() && onlyRight.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder("the sides are matched on all labels, but ");
    if (!onlyLeft.isEmpty()) {
      message.append("only the left one keeps ").append(names(onlyLeft));
    }
    if (!onlyRight.isEmpty()) {
      message.append(onlyLeft.isEmpty() ? "" : ", and ");
      message.append("only the right one keeps ").append(names(onlyRight));
    }
    String both = names(common(left, right));
    findings.add(
        findings
            .at(expr.locate(binary), message.toString())
            .withHelp(help(binary, onlyLeft, onlyRight, both)));
  }

  private static String help(
      Binary binary, Set<String> onlyLeft, Set<String> onlyRight, String both) {
    if (binary.operator().isSet() || (!onlyLeft.isEmpty() && !onlyRight.isEmpty())) {
      return "match `on (" + both + ")`";
    }
    return "match `on (" + both + ") " + (onlyLeft.isEmpty() ? "group_right" : "group_left") + "`";
  }

  // Both sides must say themselves which labels they keep: of stored series, nobody knows.
  private static Set<String> only(LabelFlow one, LabelFlow other, VectorMatching matching) {
    Set<String> labels = new TreeSet<>();
    if (one.open() || other.open()) {
      return labels;
    }
    for (String label : one.named()) {
      if (!other.mayHave(label) && MatchedLabels.compares(matching, label)) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static Set<String> common(LabelFlow left, LabelFlow right) {
    Set<String> labels = new TreeSet<>(left.named());
    labels.retainAll(right.named());
    labels.remove(Labels.METRIC_NAME);
    return labels;
  }

  private static String names(Set<String> labels) {
    return String.join(", ", labels);
  }

  private static void included(
      Binary binary, LabelFlow left, LabelFlow right, RuleExpression expr, Findings findings) {
    boolean manyLeft = binary.matching().cardinality() == Cardinality.MANY_TO_ONE;
    LabelFlow one = manyLeft ? right : left;
    for (String label : binary.matching().include()) {
      if (!one.mayHave(label)) {
        findings.add(
            findings
                .at(
                    expr.locate(manyLeft ? binary.right() : binary.left()),
                    "there is no label `"
                        + label
                        + "` here for "
                        + (manyLeft ? "group_left" : "group_right")
                        + " to take over")
                .withHelp("keep the label in the aggregation, or take it out of the list"));
      }
    }
  }
}
