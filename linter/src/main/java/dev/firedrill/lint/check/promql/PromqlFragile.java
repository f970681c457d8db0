package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.walk.ExprWalk;

/// Constructions that change which series they return for reasons that nobody is paged for.
@AutoService(Check.class)
public final class PromqlFragile implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/fragile",
          Severity.WARNING,
          "`topk` and the like in alerts, `or vector(0)` beside labelled series");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    switch (part) {
      case Aggregation aggregation when expr.isAlert() -> picks(aggregation, expr, findings);
      case Binary binary when binary.operator() == BinaryOperator.OR ->
          filled(binary, expr, findings);
      default -> {
        // Stays as it is.
      }
    }
  }

  private static void picks(Aggregation aggregation, RuleExpression expr, Findings findings) {
    boolean picks =
        switch (aggregation.operator()) {
          case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> true;
          default -> false;
        };
    // What is aggregated again has no series of its own that come and go.
    boolean counted =
        expr.parent(aggregation).filter(parent -> parent instanceof Aggregation).isPresent();
    if (picks && !counted && !isOneOfEach(aggregation)) {
      String name = aggregation.operator().keyword();
      findings.add(
          findings
              .at(
                  expr.locate(aggregation),
                  name
                      + "() picks other series as values change: alerts resolve and start while"
                      + " nothing has been mended")
              .withHelp("compare all series with the threshold"));
    }
  }

  // One series of each group leaves the groups as they are: duplicates are taken out this way.
  private static boolean isOneOfEach(Aggregation aggregation) {
    return aggregation.grouping().kind() != Grouping.Kind.ALL
        && aggregation.parameter() instanceof NumberLiteral number
        && number.value() == 1;
  }

  private static void filled(Binary or, RuleExpression expr, Findings findings) {
    LabelFlow left = expr.facts(or.left()).labels().withoutName();
    boolean constant =
        ExprWalk.unwrapped(or.right()) instanceof Call call
            && call.function().name().equals("vector");
    boolean labelled = left.open() || !left.named().isEmpty();
    if (constant
        && labelled
        && or.matching().compared() == Compared.ALL
        && !isAggregatedAway(or, expr)) {
      findings.add(
          findings
              .at(
                  Severity.INFO,
                  expr.locate(or.right()),
                  "this adds one series without labels to those of the left side, and fills no gap"
                      + " in them")
              .withHelp("aggregate the left side without labels first, or leave it out"));
    }
  }

  // In a sum over everything, zero more or less makes no difference, and is there on purpose.
  private static boolean isAggregatedAway(Binary or, RuleExpression expr) {
    return expr.parent(or).filter(parent -> parent instanceof Aggregation).isPresent();
  }
}
