package dev.firedrill.promql.type;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;

/// Whether the sides of a binary expression fit its operator and each other.
final class BinaryCheck {
  private final String text;
  private final TypeCheck.Findings findings;

  BinaryCheck(String text, TypeCheck.Findings findings) {
    this.text = text;
    this.findings = findings;
  }

  void check(Binary binary, ValueType left, ValueType right) {
    checkBool(binary, left, right);
    checkIncluded(binary);
    checkSide(binary.left(), left);
    checkSide(binary.right(), right);
    boolean vectors = left == ValueType.INSTANT_VECTOR && right == ValueType.INSTANT_VECTOR;
    if (!vectors) {
      checkNoMatching(binary);
    } else if (binary.operator().isSet()) {
      checkSetMatching(binary);
    }
    boolean scalar = left == ValueType.SCALAR || right == ValueType.SCALAR;
    if (scalar && binary.operator().isSet()) {
      String operator = GoQuote.quote(binary.operator().symbol());
      findings.add(
          binary.span(),
          "set operator " + operator + " not allowed in binary scalar expression",
          TypeAdvice.SET_OPERATOR);
    }
  }

  private void checkBool(Binary binary, ValueType left, ValueType right) {
    boolean comparison = binary.operator().isComparison();
    if (binary.returnBool() && !comparison) {
      findings.add(
          operatorSpan(binary), "bool modifier can only be used on comparison operators", null);
    }
    boolean scalars = left == ValueType.SCALAR && right == ValueType.SCALAR;
    if (comparison && !binary.returnBool() && scalars) {
      findings.add(
          operatorSpan(binary),
          "comparisons between scalars must use BOOL modifier",
          TypeAdvice.bool(binary.operator()));
    }
  }

  private void checkIncluded(Binary binary) {
    VectorMatching matching = binary.matching();
    if (!matching.on()) {
      return;
    }
    for (String label : matching.labels()) {
      for (String included : matching.include()) {
        if (label.equals(included)) {
          findings.add(
              operatorSpan(binary),
              "label " + GoQuote.quote(label) + " must not occur in ON and GROUP clause at once",
              null);
        }
      }
    }
  }

  private void checkSide(Expr side, ValueType type) {
    if (type != ValueType.SCALAR && type != ValueType.INSTANT_VECTOR) {
      findings.add(
          side.span(),
          "binary expression must contain only scalar and instant vector types",
          TypeAdvice.side(side, type));
    }
  }

  private void checkNoMatching(Binary binary) {
    VectorMatching matching = binary.matching();
    if (!matching.labels().isEmpty()) {
      findings.add(binary.span(), "vector matching only allowed between instant vectors", null);
    }
    if (isFilled(matching)) {
      findings.add(
          binary.span(), "filling in missing series only allowed between instant vectors", null);
    }
  }

  private void checkSetMatching(Binary binary) {
    VectorMatching matching = binary.matching();
    if (matching.cardinality() != Cardinality.MANY_TO_MANY) {
      String operator = GoQuote.quote(binary.operator().symbol());
      findings.add(binary.span(), "no grouping allowed for " + operator + " operation", null);
      findings.add(binary.span(), "set operations must always be many-to-many", null);
    }
    if (isFilled(matching)) {
      findings.add(binary.span(), "filling in missing series not allowed for set operators", null);
    }
  }

  private static boolean isFilled(VectorMatching matching) {
    return matching.fillLeft() != null || matching.fillRight() != null;
  }

  // Prometheus's range of the operator with what modifies it, which ends one short.
  private Span operatorSpan(Binary binary) {
    int start = binary.left().span().end();
    while (isSpace(text.charAt(start))) {
      start++;
    }
    int end = binary.right().span().start() - 1;
    while (isSpace(text.charAt(end))) {
      end--;
    }
    return new Span(start, Math.max(start, end));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
