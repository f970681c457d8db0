package dev.firedrill.promql.ast;

/// A sign.
public enum Sign {
  PLUS("+"),
  MINUS("-");

  private final String symbol;

  Sign(String symbol) {
    this.symbol = symbol;
  }

  /// {@return the sign as written}
  public String symbol() {
    return symbol;
  }
}
