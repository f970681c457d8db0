package dev.firedrill.rules.test.mutation;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleExpr;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes the mutants of rules.
///
/// What does not parse, or reads the same as the rule or as another mutant once it is printed, is
/// left out.
///
/// @param options the syntax that expressions may use
public record Mutants(ParseOptions options) {
  /// {@return the mutants of a rule, in the order of its text}
  public List<Mutant> of(RuleGroup group, Rule rule) {
    List<Mutant> mutants = new ArrayList<>();
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      Set<String> seen = new HashSet<>(Set.of(Printer.print(parsed.expr())));
      for (Change change : ExprChanges.of(parsed.text(), parsed.expr())) {
        String text = change.applied(parsed.text());
        if (Promql.parse(text, options) instanceof ParseResult.Parsed mutated
            && mutated.type() == parsed.type()
            && seen.add(Printer.print(mutated.expr()))) {
          mutants.add(mutant(group, rule, change, parsed.text(), mutated));
        }
      }
    }
    if (rule instanceof AlertingRule alerting) {
      durations(group, alerting, mutants);
    }
    return mutants;
  }

  private static Mutant mutant(
      RuleGroup group, Rule rule, Change change, String text, ParseResult.Parsed mutated) {
    return new Mutant(
        group,
        rule,
        withExpr(rule, new RuleExpr(rule.expr().source(), mutated, rule.expr().scalar())),
        change.name(),
        rule.expr().source().locate(change.span()),
        text.substring(change.span().start(), change.span().end()),
        change.text());
  }

  private static Rule withExpr(Rule rule, RuleExpr expr) {
    return switch (rule) {
      case AlertingRule a ->
          new AlertingRule(
              a.name(),
              expr,
              a.holdDuration(),
              a.keepFiringFor(),
              a.labels(),
              a.annotations(),
              a.location());
      case RecordingRule r -> new RecordingRule(r.name(), expr, r.labels(), r.location());
    };
  }

  private static void durations(RuleGroup group, AlertingRule rule, List<Mutant> mutants) {
    Located<Duration> hold = rule.holdDuration();
    if (hold != null && !hold.value().isZero()) {
      for (Duration other : List.of(Duration.ZERO, hold.value().multipliedBy(2))) {
        AlertingRule mutated =
            new AlertingRule(
                rule.name(),
                rule.expr(),
                new Located<>(other, hold.location()),
                rule.keepFiringFor(),
                rule.labels(),
                rule.annotations(),
                rule.location());
        mutants.add(changed(group, rule, mutated, "change for", hold, other));
      }
    }
    Located<Duration> keep = rule.keepFiringFor();
    if (keep != null && !keep.value().isZero()) {
      for (Duration other : List.of(Duration.ZERO, keep.value().multipliedBy(2))) {
        AlertingRule mutated =
            new AlertingRule(
                rule.name(),
                rule.expr(),
                rule.holdDuration(),
                new Located<>(other, keep.location()),
                rule.labels(),
                rule.annotations(),
                rule.location());
        mutants.add(changed(group, rule, mutated, "change keep_firing_for", keep, other));
      }
    }
  }

  private static Mutant changed(
      RuleGroup group,
      AlertingRule rule,
      AlertingRule mutated,
      String change,
      Located<Duration> before,
      Duration after) {
    return new Mutant(
        group,
        rule,
        mutated,
        change,
        before.location(),
        PrometheusDuration.format(before.value().toMillis()),
        PrometheusDuration.format(after.toMillis()));
  }
}
