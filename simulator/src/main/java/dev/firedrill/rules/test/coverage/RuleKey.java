package dev.firedrill.rules.test.coverage;

import dev.firedrill.rules.Rule;
import java.util.Comparator;

/// Which rule it is, however often its file is read.
///
/// @param path of the file
/// @param start where the rule starts, in UTF-16 units
public record RuleKey(String path, int start) implements Comparable<RuleKey> {
  private static final Comparator<RuleKey> ORDER =
      Comparator.comparing(RuleKey::path).thenComparingInt(RuleKey::start);

  /// {@return the key of a rule}
  public static RuleKey of(Rule rule) {
    return new RuleKey(rule.location().file().path(), rule.location().span().start());
  }

  @Override
  public int compareTo(RuleKey other) {
    return ORDER.compare(this, other);
  }
}
