package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.Patterns;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.List;
import java.util.Map;

/// What a team has agreed on about the series that rules may read.
@AutoService(Check.class)
public final class PromqlSelector implements ExprCheck {
  private static final Parameter<Map<String, List<String>>> REQUIRED =
      Parameter.stringsByName(
          "required", "labels that a selector must match on, by a regex of the metric");
  private static final Parameter<Map<String, List<String>>> FORBIDDEN =
      Parameter.stringsByName(
          "forbidden", "labels that a selector must not match on, by a regex of the metric");
  private static final Parameter<List<String>> FORBIDDEN_METRICS =
      Parameter.strings("forbidden_metrics", List.of(), "regexes of metrics that no rule may read");
  private static final CheckInfo INFO =
      CheckInfo.off(
          "promql/selector",
          "required or forbidden matchers, metrics, labels",
          REQUIRED,
          FORBIDDEN,
          FORBIDDEN_METRICS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof InstantSelector selector) || selector.trusted()) {
      return;
    }
    String metric = metric(selector);
    // The series of a record are the rule's own: whoever wrote that rule chose its labels.
    boolean recorded = !findings.rules().recordsOf(metric).isEmpty();
    for (String regex : findings.get(FORBIDDEN_METRICS)) {
      if (Patterns.matches(regex, metric)) {
        findings.add(
            findings
                .at(expr.locate(selector), "no rule may read `" + metric + "`")
                .withHelp("the settings forbid metrics that match " + regex));
      }
    }
    findings
        .get(REQUIRED)
        .forEach(
            (regex, labels) -> {
              for (String label : labels) {
                if (!recorded && Patterns.matches(regex, metric) && !matches(selector, label)) {
                  findings.add(
                      findings
                          .at(
                              expr.locate(selector),
                              "the selector does not match on `" + label + "`")
                          .withHelp("add `{" + label + "=\"...\"}`"));
                }
              }
            });
    findings
        .get(FORBIDDEN)
        .forEach(
            (regex, labels) -> {
              for (String label : labels) {
                if (Patterns.matches(regex, metric) && matches(selector, label)) {
                  findings.add(
                      findings
                          .at(
                              expr.locate(selector),
                              "the selector must not match on `" + label + "`")
                          .withHelp("remove the matcher"));
                }
              }
            });
  }

  private static String metric(InstantSelector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.name().equals(Labels.METRIC_NAME)
          && matcher.operator() == LabelMatcher.Operator.EQUAL) {
        return matcher.value();
      }
    }
    return "";
  }

  private static boolean matches(InstantSelector selector, String label) {
    return selector.matchers().stream().anyMatch(matcher -> matcher.name().equals(label));
  }
}
