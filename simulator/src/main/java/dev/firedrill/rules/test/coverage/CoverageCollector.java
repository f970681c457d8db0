package dev.firedrill.rules.test.coverage;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.TestBench;
import dev.firedrill.rules.test.TestEvidence;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.coverage.RuleCoverage.BranchCoverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks on while tests run, and asks each what it did with the rules that it asserts on.
///
/// The questions are expressions of their own, evaluated after the test on the series that it left
/// behind, so that nothing is slower unless coverage is wanted.
public final class CoverageCollector implements BenchObserver {
  private final Map<RuleKey, Counts> counts = new TreeMap<>();
  private final IdentityHashMap<TestBench, AssertedRules> asserted = new IdentityHashMap<>();

  /// A rule and how often its branches were taken.
  private static final class Counts {
    private final RuleGroup group;
    private final Rule rule;
    private final List<Branch> branches;
    private final int[] taken;
    private int tests;

    Counts(RuleGroup group, Rule rule) {
      this.group = group;
      this.rule = rule;
      this.branches =
          rule.expr().result() instanceof ParseResult.Parsed parsed
              ? BranchFinder.find(parsed.text(), parsed.expr())
              : List.of();
      this.taken = new int[branches.size()];
    }

    RuleCoverage coverage() {
      List<BranchCoverage> covered = new ArrayList<>();
      for (int i = 0; i < taken.length; i++) {
        Branch branch = branches.get(i);
        covered.add(
            new BranchCoverage(branch, rule.expr().source().locate(branch.place()), taken[i]));
      }
      return new RuleCoverage(group, rule, tests, covered);
    }
  }

  @Override
  public synchronized void prepared(TestBench bench) {
    asserted.put(bench, new AssertedRules(bench.groups()));
    for (RuleGroup group : bench.groups()) {
      for (Rule rule : group.rules()) {
        counts.computeIfAbsent(RuleKey.of(rule), key -> new Counts(group, rule));
      }
    }
  }

  @Override
  public void ran(TestBench bench, UnitTest test, TestEvidence evidence) {
    for (Counts rule : touched(bench, test)) {
      boolean[] taken = new boolean[rule.branches.size()];
      TestEvidence own = lookingBack(evidence, rule.group);
      for (int i = 0; i < taken.length; i++) {
        taken[i] = rule.branches.get(i).probe().test(own);
      }
      count(rule, taken);
    }
  }

  private synchronized List<Counts> touched(TestBench bench, UnitTest test) {
    @Nullable AssertedRules rules = asserted.get(bench);
    Set<RuleKey> keys = rules == null ? Set.of() : rules.of(test);
    List<Counts> touched = new ArrayList<>();
    counts.forEach(
        (key, rule) -> {
          if (keys.contains(key)) {
            touched.add(rule);
          }
        });
    return touched;
  }

  private synchronized void count(Counts rule, boolean[] taken) {
    rule.tests++;
    for (int i = 0; i < taken.length; i++) {
      rule.taken[i] += taken[i] ? 1 : 0;
    }
  }

  private static TestEvidence lookingBack(TestEvidence evidence, RuleGroup group) {
    Located<Duration> offset = group.queryOffset();
    if (offset == null) {
      return evidence;
    }
    TimeGrid ticks = evidence.ticks();
    long start = ticks.start() - offset.value().toMillis();
    return new TestEvidence(
        evidence.engine(), evidence.source(), new TimeGrid(start, ticks.step(), ticks.count()));
  }

  /// {@return what the tests that have run so far did}
  public synchronized Coverage coverage() {
    return new Coverage(counts.values().stream().map(Counts::coverage).toList());
  }
}
