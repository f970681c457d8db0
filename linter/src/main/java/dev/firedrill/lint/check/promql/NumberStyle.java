package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.NumberLiteral;

/// A number with so many digits that one has to count them.
@AutoService(Check.class)
public final class NumberStyle implements ExprCheck {
  static final String ID = "promql/number-style";

  private static final int GROUP = 3;
  private static final int ZEROS_FOR_EXPONENT = 6;

  private static final Parameter<Integer> DIGITS =
      new Parameter<>("digits", 6, "how many digits make a number large");
  private static final CheckInfo INFO =
      CheckInfo.off(ID, "large number without underscores or an exponent", DIGITS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof NumberLiteral number) || number.duration()) {
      return;
    }
    String text = expr.text(part);
    int first = 0;
    while (first < text.length() && !isDigit(text.charAt(first))) {
      first++;
    }
    String digits = text.substring(first);
    if (isPlain(digits) && digits.length() >= findings.get(DIGITS)) {
      Span place = new Span(number.span().start() + first, number.span().end());
      report(digits, place, expr, findings);
    }
  }

  private static void report(String digits, Span place, RuleExpression expr, Findings findings) {
    String better = readable(digits);
    Diagnostic finding =
        findings
            .at(expr.locate(place), digits.length() + " digits in a row are hard to read")
            .withHelp("write `" + better + "`");
    findings.add(
        expr.rule()
            .expr()
            .fix("write `" + better + "`", place, better)
            .map(finding::withFix)
            .orElse(finding));
  }

  // Not those with a point, an exponent, a base or underscores.
  private static boolean isPlain(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits.charAt(i))) {
        return false;
      }
    }
    return !digits.startsWith("0");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String readable(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(digits.length() - 1 - zeros) == '0') {
      zeros++;
    }
    if (digits.length() - zeros == 1 && zeros >= ZEROS_FOR_EXPONENT) {
      return digits.charAt(0) + "e" + zeros;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
      out.insert(at, '_');
    }
    return out.toString();
  }
}
