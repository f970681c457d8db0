package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import org.junit.jupiter.api.Test;

class ExpressionParserTest {
  @Test
  void sharedTreesAreThoseOfTheSameTextAndSyntaxOnly() {
    ExpressionParser parser = ExpressionParser.shared();
    ParseResult one = parser.parse("up == 0", ParseOptions.DEFAULT);
    assertThat(parser.parse("up == 0", ParseOptions.DEFAULT)).isSameAs(one);
    assertThat(parser.parse("up == 1", ParseOptions.DEFAULT)).isNotEqualTo(one);
    String experimental = "limitk(2, up)";
    assertThat(parser.parse(experimental, ParseOptions.DEFAULT))
        .isInstanceOf(ParseResult.Rejected.class);
    assertThat(parser.parse(experimental, ParseOptions.ALL)).isInstanceOf(ParseResult.Parsed.class);
  }

  @Test
  void byDefaultNoTwoRulesHaveATreeInCommon() {
    ExpressionParser parser = RuleFileOptions.DEFAULT.expressions();
    assertThat(parser.parse("up == 0", ParseOptions.DEFAULT))
        .isNotSameAs(parser.parse("up == 0", ParseOptions.DEFAULT));
  }
}
