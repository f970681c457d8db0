package dev.firedrill.rules.test;

import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;
import java.util.function.Predicate;

/// How files of unit tests are run. May be used by several threads.
///
/// @param rules reads the rule files, each once
/// @param names which tests to run, by name
/// @param allRules whether all rules are evaluated, rather than those on which a test depends
/// @param engine how expressions are evaluated
/// @param workers how many tests of a file are run at a time, at most
/// @param server gives what files of tests do not say
public record TestSettings(
    RuleFileCache rules,
    Predicate<String> names,
    boolean allRules,
    EngineOptions engine,
    int workers,
    TestServer server) {
  /// Settings for tests that say all themselves.
  public TestSettings(
      RuleFileCache rules,
      Predicate<String> names,
      boolean allRules,
      EngineOptions engine,
      int workers) {
    this(rules, names, allRules, engine, workers, TestServer.NONE);
  }

  /// {@return settings for running tests one after the other with all rules evaluated, as in
  ///     promtool}
  ///
  /// @param options how rule files are read
  /// @param names which tests to run, by name
  public static TestSettings of(RuleFileOptions options, Predicate<String> names) {
    return new TestSettings(new RuleFileCache(options), names, true, EngineOptions.DEFAULT, 1);
  }

  /// {@return the same with another number of tests run at a time}
  public TestSettings withWorkers(int number) {
    return new TestSettings(rules, names, allRules, engine, number, server);
  }

  /// {@return the same on another server}
  public TestSettings on(TestServer other) {
    return new TestSettings(rules, names, allRules, engine, workers, other);
  }
}
