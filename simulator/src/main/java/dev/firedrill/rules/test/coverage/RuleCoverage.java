package dev.firedrill.rules.test.coverage;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// What the tests that ran did with one rule.
///
/// @param tests how many tests assert on the rule
/// @param branches how often each branch of the expression was taken
public record RuleCoverage(RuleGroup group, Rule rule, int tests, List<BranchCoverage> branches) {
  public RuleCoverage {
    branches = List.copyOf(branches);
  }

  /// What the tests that ran did with one branch.
  ///
  /// @param location of the matcher or operator in the rule file
  /// @param tests how many of the tests that assert on the rule took the branch
  public record BranchCoverage(Branch branch, Location location, int tests) {
    /// {@return whether any test took it}
    public boolean taken() {
      return tests > 0;
    }
  }

  /// {@return whether any test asserts on the rule}
  public boolean covered() {
    return tests > 0;
  }

  /// {@return how many branches were taken}
  public int taken() {
    return (int) branches.stream().filter(BranchCoverage::taken).count();
  }
}
