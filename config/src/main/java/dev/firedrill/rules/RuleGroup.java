package dev.firedrill.rules;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules that are evaluated one after the other, at one interval.
///
/// @param interval null where none is written: the server's evaluation interval
/// @param queryOffset how far in the past the rules look; null where none is written
/// @param limit how many series or alerts a rule may produce; null or 0 for no limit
/// @param labels added to all rules; a rule's own labels win
/// @param location the whole group
public record RuleGroup(
    Located<String> name,
    @Nullable Located<Duration> interval,
    @Nullable Located<Duration> queryOffset,
    @Nullable Located<Integer> limit,
    List<LabelText> labels,
    List<Rule> rules,
    Location location) {
  public RuleGroup {
    labels = List.copyOf(labels);
    rules = List.copyOf(rules);
  }

  /// {@return milliseconds between its evaluations}
  /// @param otherwise where it does not say
  public long every(long otherwise) {
    Located<Duration> own = interval();
    return own == null || own.value().isZero() ? otherwise : own.value().toMillis();
  }

  /// {@return this group with other rules}
  public RuleGroup withRules(List<? extends Rule> others) {
    return new RuleGroup(
        name, interval(), queryOffset(), limit(), labels, List.copyOf(others), location);
  }
}
