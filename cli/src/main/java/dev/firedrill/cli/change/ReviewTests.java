package dev.firedrill.cli.change;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import dev.firedrill.rules.test.RuleFileCache;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.rules.test.coverage.CoverageCollector;
import dev.firedrill.rules.test.coverage.RuleCoverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the tests went that a version has, and which rules they say something about.
///
/// @param unit those of rules
/// @param routes those of routes
/// @param covered the rules that a test asserts on
public record ReviewTests(UnitTestRun unit, RouteTestRun routes, Set<Place> covered) {
  public ReviewTests {
    covered = Set.copyOf(covered);
  }

  /// Where a rule stands, however often its file is read and whatever the path that led there.
  ///
  /// @param start of the rule, in UTF-16 units
  public record Place(Path file, int start) {
    static Place of(Session session, Rule rule) {
      return new Place(
          session.resolve(rule.location().file().path()).toAbsolutePath().normalize(),
          rule.location().span().start());
    }
  }

  /// Runs tests.
  ///
  /// @param files those that hold no tests are passed over
  /// @param variables values for `${NAME}` in configurations
  /// @param workers how many threads are used, at most
  static ReviewTests run(
      Session session,
      List<InputFile> files,
      RuleFileOptions reading,
      EngineOptions engine,
      Map<String, String> variables,
      int workers)
      throws IOException {
    TestSettings settings =
        new TestSettings(new RuleFileCache(reading), name -> true, false, engine, workers);
    CoverageCollector collector = new CoverageCollector();
    UnitTestRun unit = UnitTestRun.of(session, files, settings, collector);
    Set<Place> covered = new HashSet<>();
    for (RuleCoverage rule : collector.coverage().rules()) {
      if (rule.covered()) {
        covered.add(Place.of(session, rule.rule()));
      }
    }
    return new ReviewTests(unit, RouteTestRun.of(session, files, variables), covered);
  }

  /// {@return the rules that are new or changed and that no test asserts on}
  List<GroupedRule> untested(Session session, List<RuleChange> changes) {
    List<GroupedRule> untested = new ArrayList<>();
    for (RuleChange change : changes) {
      boolean there = !(change instanceof RuleChange.Removed);
      if (there && !covered.contains(Place.of(session, change.latest().rule()))) {
        untested.add(change.latest());
      }
    }
    return untested;
  }

  /// {@return whether there are none}
  public boolean none() {
    return unit.files().isEmpty() && routes.results().isEmpty() && routes.diagnostics().isEmpty();
  }

  /// {@return how many tests there are}
  public int count() {
    return unit.tests() + routes.results().size();
  }

  /// {@return how many tests failed or could not be run}
  public int failed() {
    return unit.failed() + routes.failed();
  }

  /// {@return whether all files could be used and all tests passed}
  public boolean passed() {
    return unit.passed() && routes.passed();
  }
}
