package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// Teams agree on labels that every alert needs for routing.
@AutoService(Check.class)
public final class AggregationLabels implements RuleCheck {
  private static final Parameter<List<String>> KEEP =
      Parameter.strings("keep", List.of(), "labels that results must be able to carry");
  private static final Parameter<List<String>> DROP =
      Parameter.strings("drop", List.of(), "labels that results must not carry");
  private static final CheckInfo INFO =
      CheckInfo.off("promql/aggregation-labels", "labels that must be kept or dropped", KEEP, DROP);

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
    for (String label : findings.get(KEEP)) {
      boolean set = rule.labels().stream().anyMatch(text -> text.name().value().equals(label));
      Expr loser = set ? null : flow.lost(label).orElse(null);
      if (loser != null) {
        findings.add(
            findings
                .at(
                    rule.expr().source().locate(loser.span()),
                    "the label `" + label + "` must be kept, and is lost here")
                .withHelp("aggregate `by` this label, too"));
      }
    }
    for (String label : findings.get(DROP)) {
      if (flow.facts().labels().of(label) == Carried.SURELY || isAggregatedBy(flow, label)) {
        findings.add(
            findings
                .at(
                    rule.expr().source().location(),
                    "the label `" + label + "` must be dropped, and is kept")
                .withHelp("aggregate without this label"));
      }
    }
  }

  private static boolean isAggregatedBy(Flow flow, String label) {
    LabelFlow labels = flow.facts().labels();
    return !labels.open() && labels.mayHave(label);
  }
}
