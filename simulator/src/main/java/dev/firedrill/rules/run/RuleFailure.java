package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.Rule;
import org.jspecify.annotations.Nullable;

/// An evaluation of a rule that failed.
///
/// @param time epoch milliseconds
/// @param message in Prometheus's words
/// @param span the part of the expression at fault; null where it is the rule as a whole
public record RuleFailure(Rule rule, long time, String message, @Nullable Span span) {
  private static final String LIMIT = "exceeded limit of ";

  /// {@return whether the rule yielded more than its group's limit: it has no alerts any more then,
  ///     pending or firing, and none of them is told to be resolved}
  public boolean exceedsLimit() {
    return message.startsWith(LIMIT);
  }
}
