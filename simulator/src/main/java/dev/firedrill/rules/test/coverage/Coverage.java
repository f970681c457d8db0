package dev.firedrill.rules.test.coverage;

import java.util.List;

/// What the tests that ran did with the rules that they could have tested.
///
/// @param rules those of all rule files that the test files name, in the order of files and lines
public record Coverage(List<RuleCoverage> rules) {
  public Coverage {
    rules = List.copyOf(rules);
  }

  /// {@return how many rules tests assert on}
  public int coveredRules() {
    return (int) rules.stream().filter(RuleCoverage::covered).count();
  }

  /// {@return how many branches there are}
  public int branches() {
    return rules.stream().mapToInt(rule -> rule.branches().size()).sum();
  }

  /// {@return how many branches were taken}
  public int takenBranches() {
    return rules.stream().mapToInt(RuleCoverage::taken).sum();
  }
}
