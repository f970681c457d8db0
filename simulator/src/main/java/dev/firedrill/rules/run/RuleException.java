package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// An evaluation of a rule that failed, in Prometheus's words.
public final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final transient @Nullable Span span;

  /// A failure of the rule as a whole.
  public RuleException(String message) {
    this(message, null);
  }

  /// A failure of a part of the expression.
  public RuleException(String message, @Nullable Span span) {
    super(message);
    this.text = message;
    this.span = span;
  }

  /// {@return what is wrong}
  public String text() {
    return text;
  }

  /// {@return the part of the expression at fault; null where it is the rule as a whole}
  public @Nullable Span span() {
    return span;
  }
}
