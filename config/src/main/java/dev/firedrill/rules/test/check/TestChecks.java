package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import java.util.ArrayList;
import java.util.List;

/// The front door: finds tests that may pass without having tested anything.
public final class TestChecks {
  private TestChecks() {}

  /// {@return what is found in tests, as warnings}
  ///
  /// @param file where the tests stand
  /// @param groups those of its rule files
  /// @param whole whether there is a file for each that it names: where one is missing, nobody
  ///     knows
  ///     which alerts there are and which series are read
  public static List<Diagnostic> check(
      UnitTestFile file, List<UnitTest> tests, List<RuleGroup> groups, boolean whole) {
    List<Diagnostic> findings = new ArrayList<>();
    List<Rule> rules = TestSubject.rules(groups);
    List<TestCheck> checks = new ArrayList<>();
    checks.add(new InputSeriesCheck());
    checks.add(new NoAssertion());
    checks.add(new OffGrid());
    checks.add(new Shadowed());
    if (whole) {
      checks.add(new UnknownAlert());
      checks.add(new UnreadSeries(rules));
    }
    for (UnitTest test : tests) {
      TestSubject subject = new TestSubject(file, test, rules);
      checks.forEach(check -> check.check(subject, findings::add));
    }
    return findings;
  }
}
