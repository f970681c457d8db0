package dev.firedrill.promql.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.CanonicalExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.ExprArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PrinterProperties {
  @Property
  void theTextOnOneLineIsReadAsTheSameExpression(@ForAll("exprs") Expr expr) {
    String text = Printer.print(expr);
    Expr read = parse(text);
    assertThat(CanonicalExpr.of(read)).as(text).isEqualTo(CanonicalExpr.of(expr));
    assertThat(Printer.print(read)).isEqualTo(text);
  }

  @Property
  void thePrettyTextIsReadAsTheSameExpression(
      @ForAll("exprs") Expr expr, @ForAll @IntRange(min = 8, max = 120) int width) {
    String text = PrettyPrinter.print(expr, width);
    Expr read = parse(text);
    assertThat(CanonicalExpr.of(read)).as(text).isEqualTo(CanonicalExpr.of(expr));
    assertThat(PrettyPrinter.print(read, width)).isEqualTo(text);
  }

  @Provide
  Arbitrary<Expr> exprs() {
    return ExprArbitraries.exprs();
  }

  private static Expr parse(String text) {
    ParseResult result = Promql.parse(text, ParseOptions.ALL);
    assertThat(result).as(text).isInstanceOf(Parsed.class);
    return ((Parsed) result).expr();
  }
}
