package dev.firedrill.rules.test.coverage;

import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which rules of a file of tests its tests say something about.
///
/// A test asserts on a rule when it expects alerts of the rule's name, or the value of an
/// expression that reads what the rule writes; and on every rule that such a rule reads in turn.
public final class AssertedRules {
  private final List<Entry> entries = new ArrayList<>();

  /// A rule among its kind.
  private record Entry(Rule rule, WrittenSeries written) {}

  /// The rules under test.
  public AssertedRules(List<RuleGroup> groups) {
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        entries.add(new Entry(rule, WrittenSeries.of(group, rule)));
      }
    }
  }

  /// {@return the rules that a test asserts on, compared by where they stand}
  public Set<RuleKey> of(UnitTest test) {
    Set<RuleKey> asserted = new LinkedHashSet<>();
    List<Rule> pending = new ArrayList<>();
    Set<String> alerts = test.alertNames();
    for (Entry entry : entries) {
      if (entry.written().alerting() && alerts.contains(entry.rule().name().value())) {
        add(entry.rule(), asserted, pending);
      }
    }
    if (test.additions().notifications() != null) {
      addNotified(new FedRules(test), asserted, pending);
    }
    for (ExprExpectation expectation : test.exprs()) {
      if (Promql.parse(expectation.expr().text()) instanceof ParseResult.Parsed parsed) {
        addReadBy(parsed.expr(), asserted, pending);
      }
    }
    addReadByPending(asserted, pending);
    return asserted;
  }

  // An Alertmanager is sent all alerts; those that the series of the test can bring about matter.
  private void addNotified(FedRules fed, Set<RuleKey> asserted, List<Rule> pending) {
    for (Entry entry : entries) {
      if (entry.written().alerting() && fed.feeds(entry.rule(), readBy(entry.rule()))) {
        add(entry.rule(), asserted, pending);
      }
    }
  }

  private List<Rule> readBy(Rule rule) {
    Set<RuleKey> read = new LinkedHashSet<>();
    addReadByPending(read, new ArrayList<>(List.of(rule)));
    return entries.stream()
        .map(Entry::rule)
        .filter(each -> read.contains(RuleKey.of(each)))
        .toList();
  }

  private void addReadByPending(Set<RuleKey> asserted, List<Rule> pending) {
    while (!pending.isEmpty()) {
      Rule rule = pending.removeLast();
      if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
        addReadBy(parsed.expr(), asserted, pending);
      }
    }
  }

  private void addReadBy(Expr expr, Set<RuleKey> asserted, List<Rule> pending) {
    for (Entry entry : entries) {
      if (entry.written().readBy(expr)) {
        add(entry.rule(), asserted, pending);
      }
    }
  }

  private static void add(Rule rule, Set<RuleKey> asserted, List<Rule> pending) {
    if (asserted.add(RuleKey.of(rule))) {
      pending.add(rule);
    }
  }
}
