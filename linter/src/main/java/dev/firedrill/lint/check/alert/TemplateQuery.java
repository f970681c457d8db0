package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.template.Operand;
import dev.firedrill.template.References.FunctionUse;
import java.util.List;
import java.util.Optional;

/// A query inside a template runs at each evaluation for each alert.
@AutoService(Check.class)
public final class TemplateQuery implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("template/query", Severity.WARNING, "`query` inside a label or annotation");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      for (FunctionUse use : template.references().functions()) {
        if (use.name().equals("query")) {
          report(template, use, findings);
        }
      }
    }
  }

  private static void report(AlertTemplate template, FunctionUse use, Findings findings) {
    Location place = template.locate(use.span());
    ParseResult.Rejected rejected =
        literal(use)
            .map(Promql::parse)
            .filter(ParseResult.Rejected.class::isInstance)
            .map(ParseResult.Rejected.class::cast)
            .orElse(null);
    if (rejected != null) {
      findings.add(
          findings
              .at(Severity.ERROR, place, "the query does not parse: " + rejected.first().message())
              .withHelp(rejected.reported().getFirst().help()));
    } else {
      findings.add(
          findings
              .at(
                  place,
                  "this runs a query at each evaluation of each alert, and an error in it spoils"
                      + " the text")
              .withHelp("take the value into the expression, or link to a graph"));
    }
  }

  private static Optional<String> literal(FunctionUse use) {
    List<Operand> operands = use.command().operands();
    return operands.size() == 2 && operands.get(1) instanceof Operand.StringLiteral text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
