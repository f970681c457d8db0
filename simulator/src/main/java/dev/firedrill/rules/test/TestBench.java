package dev.firedrill.rules.test;

import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.function.Function;

/// A file of unit tests with all that it takes to run them, also on other rules.
///
/// @param tests those that are run
/// @param groups the rules under test, in the order of their files
/// @param runners makes a runner of the file's tests for any groups
public record TestBench(
    UnitTestFile file,
    List<UnitTest> tests,
    List<RuleGroup> groups,
    Function<List<RuleGroup>, UnitTestRunner> runners) {
  public TestBench {
    tests = List.copyOf(tests);
    groups = List.copyOf(groups);
  }

  /// {@return a runner of the file's tests for any groups}
  public UnitTestRunner runner(List<RuleGroup> rules) {
    return runners.apply(rules);
  }
}
