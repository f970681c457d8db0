package dev.firedrill.promql.ast;

/// The operators between two expressions.
public enum BinaryOperator {
  OR("or", Kind.SET),
  AND("and", Kind.SET),
  UNLESS("unless", Kind.SET),
  EQUAL("==", Kind.COMPARISON),
  NOT_EQUAL("!=", Kind.COMPARISON),
  LESS("<", Kind.COMPARISON),
  LESS_OR_EQUAL("<=", Kind.COMPARISON),
  GREATER(">", Kind.COMPARISON),
  GREATER_OR_EQUAL(">=", Kind.COMPARISON),
  TRIM_UPPER("</", Kind.TRIM),
  TRIM_LOWER(">/", Kind.TRIM),
  ADD("+", Kind.ARITHMETIC),
  SUBTRACT("-", Kind.ARITHMETIC),
  MULTIPLY("*", Kind.ARITHMETIC),
  DIVIDE("/", Kind.ARITHMETIC),
  MODULO("%", Kind.ARITHMETIC),
  ATAN2("atan2", Kind.ARITHMETIC),
  POWER("^", Kind.ARITHMETIC);

  /// What family an operator is of.
  public enum Kind {
    /// Between the label sets of two vectors.
    SET,
    /// Filters, or gives 0 and 1 with `bool`.
    COMPARISON,
    /// Cuts native histograms at a value.
    TRIM,
    /// Computes a new value.
    ARITHMETIC
  }

  private final String symbol;
  private final Kind kind;

  BinaryOperator(String symbol, Kind kind) {
    this.symbol = symbol;
    this.kind = kind;
  }

  /// {@return the operator as written, keywords in lower case}
  public String symbol() {
    return symbol;
  }

  /// {@return the family}
  public Kind kind() {
    return kind;
  }

  /// {@return whether this is `and`, `or` or `unless`}
  public boolean isSet() {
    return kind == Kind.SET;
  }

  /// {@return whether this compares}
  public boolean isComparison() {
    return kind == Kind.COMPARISON;
  }
}
