package dev.firedrill.lint;

import dev.firedrill.diagnostic.Location;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A comment that silences findings.
///
/// @param checks ids of the checks that are silenced; `*` for all, `promql/*` for those of a group
/// @param reach which lines it is about
/// @param until the last day on which it holds; null for ever
/// @param foreign whether it was written for another tool
/// @param location the comment
record Suppression(
    Set<String> checks,
    Reach reach,
    @Nullable LocalDate until,
    boolean foreign,
    Location location) {
  Suppression {
    checks = Set.copyOf(checks);
  }

  /// Which lines a comment is about.
  enum Reach {
    /// Its own.
    LINE,
    /// The next one with something on it; where a rule or group starts there, all of it.
    NEXT,
    /// The next one only.
    NEXT_LINE,
    /// Those of the rule it stands in or before.
    RULE,
    /// All of the file.
    FILE,
    /// From here to the next [#END].
    BEGIN,
    /// Ends what [#BEGIN] has begun.
    END
  }

  /// {@return whether findings of a check are silenced}
  boolean silences(String check) {
    return checks.contains("*")
        || checks.contains(check)
        || checks.contains(check.substring(0, check.indexOf('/') + 1) + "*");
  }
}
