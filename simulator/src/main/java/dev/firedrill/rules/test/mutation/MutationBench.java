package dev.firedrill.rules.test.mutation;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.RunObserver;
import dev.firedrill.rules.test.TestBench;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestRunner;
import dev.firedrill.rules.test.coverage.AssertedRules;
import dev.firedrill.rules.test.coverage.RuleKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects files of tests while they run, then runs them on mutants of their rules.
///
/// A mutant meets only the tests that assert on its rule; the first that fails kills it.
public final class MutationBench implements BenchObserver {
  private final Map<RuleKey, Subject> subjects = new TreeMap<>();

  /// A rule and the tests that assert on it.
  private record Subject(RuleGroup group, Rule rule, List<TestBench> named, List<Part> parts) {}

  /// Tests of one file that assert on a rule.
  private record Part(TestBench bench, List<UnitTest> tests) {}

  @Override
  public synchronized void prepared(TestBench bench) {
    Map<RuleKey, List<UnitTest>> tests = new TreeMap<>();
    AssertedRules asserted = new AssertedRules(bench.groups());
    for (UnitTest test : bench.tests()) {
      for (RuleKey key : asserted.of(test)) {
        tests.computeIfAbsent(key, rule -> new ArrayList<>()).add(test);
      }
    }
    for (RuleGroup group : bench.groups()) {
      for (Rule rule : group.rules()) {
        RuleKey key = RuleKey.of(rule);
        Subject subject =
            subjects.computeIfAbsent(
                key, each -> new Subject(group, rule, new ArrayList<>(), new ArrayList<>()));
        subject.named().add(bench);
        List<UnitTest> own = tests.get(key);
        if (own != null) {
          subject.parts().add(new Part(bench, own));
        }
      }
    }
  }

  /// {@return the mutants of all rules that tests assert on, in the order of files and lines}
  ///
  /// @param options the syntax that expressions may use
  public synchronized List<Mutant> mutants(ParseOptions options) {
    Mutants maker = new Mutants(options);
    List<Mutant> mutants = new ArrayList<>();
    for (Subject subject : subjects.values()) {
      if (!subject.parts().isEmpty()) {
        mutants.addAll(maker.of(subject.group(), subject.rule()));
      }
    }
    return mutants;
  }

  /// {@return the rules that no test asserts on, in the order of files and lines}
  public synchronized List<Rule> untested() {
    return subjects.values().stream()
        .filter(subject -> subject.parts().isEmpty())
        .map(Subject::rule)
        .toList();
  }

  /// {@return whether all tests pass on the mutant. Several mutants may be tried at a time}
  public boolean survives(Mutant mutant) {
    for (Part part : subject(mutant.original()).parts()) {
      UnitTestRunner runner = part.bench().runner(mutant.in(part.bench().groups()));
      for (UnitTest test : part.tests()) {
        if (!runner.run(test, RunObserver.HASTY).passed()) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@return the path of the test file in which an assertion on a rule fits best: the one with the
  ///     most tests of it, else the first that names its file}
  public String testFile(Rule rule) {
    Subject subject = subject(rule);
    // Files come in any order, as they are run at the same time.
    Comparator<Part> size = Comparator.comparingInt(part -> part.tests().size());
    return subject.parts().stream()
        .min(size.reversed().thenComparing(part -> path(part.bench())))
        .map(part -> path(part.bench()))
        .orElseGet(
            () -> subject.named().stream().map(MutationBench::path).sorted().toList().getFirst());
  }

  private static String path(TestBench bench) {
    return bench.file().source().path();
  }

  private synchronized Subject subject(Rule rule) {
    Subject subject = subjects.get(RuleKey.of(rule));
    if (subject == null) {
      throw new IllegalArgumentException("not under test: " + rule.name().value());
    }
    return subject;
  }
}
