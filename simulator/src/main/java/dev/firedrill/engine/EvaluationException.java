package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;

/// An expression that cannot be evaluated, in Prometheus's words where Prometheus rejects it too.
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final transient Span span;

  /// An expression that cannot be evaluated.
  ///
  /// @param span the part of the expression that is at fault
  public EvaluationException(String message, Span span) {
    super(message);
    this.text = message;
    this.span = span;
  }

  /// {@return an exception for something that Prometheus can do and this engine cannot}
  public static EvaluationException unsupported(String what, Span span) {
    return new EvaluationException("not supported yet by the simulator: " + what, span);
  }

  /// {@return what is wrong}
  public String text() {
    return text;
  }

  /// {@return the part of the expression that is at fault}
  public Span span() {
    return span;
  }
}
