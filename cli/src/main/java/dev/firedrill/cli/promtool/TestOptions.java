package dev.firedrill.cli.promtool;

import com.google.re2j.Pattern;
import dev.firedrill.rules.RuleFileOptions;
import org.jspecify.annotations.Nullable;

/// How unit tests are run.
///
/// @param rules how rule files are read
/// @param names what the name of a test must match; null for all tests
/// @param diff whether alerts are shown by their differences
/// @param debug whether what goes on is told on standard error
record TestOptions(
    RuleFileOptions rules,
    @Nullable Pattern names,
    boolean diff,
    boolean debug,
    Features features) {
  /// {@return whether a test is to be run}
  boolean wants(String name) {
    Pattern pattern = names();
    return pattern == null || pattern.matcher(name).find();
  }
}
