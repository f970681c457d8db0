package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a record has computed need not be computed again.
@AutoService(Check.class)
public final class ExpressionRepeated implements RuleSetCheck {
  private static final int LEAST_LENGTH = 20;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "rule/expression-repeated",
          Severity.INFO,
          "part of an expression that a record computes");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    Map<String, RecordingRule> records = new HashMap<>();
    Set<String> metrics = new HashSet<>();
    read(findings, records, metrics);
    if (records.isEmpty()) {
      return;
    }
    for (RuleFile file : findings.rules().files()) {
      for (Rule rule : file.rules()) {
        findings.flow(rule).ifPresent(flow -> look(rule, flow.root(), records, metrics, findings));
      }
    }
  }

  // From the whole down, and no further where a record is found.
  private static void look(
      Rule rule,
      Expr root,
      Map<String, RecordingRule> records,
      Set<String> metrics,
      Findings findings) {
    Deque<Expr> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      Expr part = pending.pop();
      RecordingRule record =
          isWork(part) && metrics.contains(firstMetric(part))
              ? records.get(Printer.print(part))
              : null;
      if (record == null) {
        ExprWalk.children(part).reversed().forEach(pending::push);
      } else if (!record.name().value().equals(rule.name().value())) {
        findings.add(
            findings
                .at(
                    rule.expr().source().locate(part.span()),
                    "`" + record.name().value() + "` already computes this")
                .withNote("the record", record.name().location())
                .withHelp("read the record"));
      }
    }
  }

  private static boolean isWork(Expr part) {
    return part instanceof Aggregation
        || (part instanceof Binary binary && !binary.operator().isComparison());
  }

  // Most parts read other metrics than any record does, which is told sooner than their text.
  private static String firstMetric(Expr part) {
    List<InstantSelector> selectors = ExprWalk.selectors(part);
    return selectors.isEmpty() ? "" : String.valueOf(selectors.getFirst().name());
  }

  private static void read(
      Findings findings, Map<String, RecordingRule> index, Set<String> metrics) {
    for (String metric : findings.rules().recorded()) {
      for (RecordingRule record : findings.rules().recordsOf(metric)) {
        boolean labelled =
            !record.labels().isEmpty() || !findings.rules().groupOf(record).labels().isEmpty();
        Flow flow = labelled ? null : findings.flow(record).orElse(null);
        if (flow != null) {
          add(record, ExprWalk.unwrapped(flow.root()), index, metrics);
        }
      }
    }
  }

  private static void add(
      RecordingRule record, Expr root, Map<String, RecordingRule> index, Set<String> metrics) {
    String text = Printer.print(root);
    if (text.length() >= LEAST_LENGTH) {
      index.putIfAbsent(text, record);
      metrics.add(firstMetric(root));
    }
  }
}
