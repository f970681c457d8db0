package dev.firedrill.rules.test.check;

import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A test and the rules that it is about.
///
/// @param rules those of all groups of the file's rule files
record TestSubject(UnitTestFile file, UnitTest test, List<Rule> rules) {
  static List<Rule> rules(List<RuleGroup> groups) {
    List<Rule> rules = new ArrayList<>();
    groups.forEach(group -> rules.addAll(group.rules()));
    return rules;
  }

  /// {@return the evaluation that a time belongs to: the last that is not after it}
  Duration evaluation(Duration time) {
    long interval = file.evaluationInterval().toMillis();
    return Duration.ofMillis(time.toMillis() / interval * interval);
  }

  /// {@return a time as files of tests write it}
  static String text(Duration time) {
    return PrometheusDuration.format(time.toMillis());
  }
}
