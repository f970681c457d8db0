package dev.firedrill.promql;

import static dev.firedrill.promql.ExprAssert.assertThatExpr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions.Feature;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.type.ValueType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromqlTest {
  @Test
  void givesTheTypeAlongWithTheTree() {
    assertThat(Promql.parse("rate(x[5m]) > 1"))
        .isInstanceOfSatisfying(
            Parsed.class, parsed -> assertThat(parsed.type()).isEqualTo(ValueType.INSTANT_VECTOR));
  }

  @Test
  void bindsOperatorsAsPrometheusDoes() {
    assertThatExpr("a + b * c ^ d")
        .isSameAs("a+b*c^d")
        .hasTree(
            """
            binary +  : vector 0..13
              selector [__name__="a"]  : vector 0..1
              binary *  : vector 4..13
                selector [__name__="b"]  : vector 4..5
                binary ^  : vector 8..13
                  selector [__name__="c"]  : vector 8..9
                  selector [__name__="d"]  : vector 12..13
            """);
  }

  @Test
  void ignoresSpaceAndComments() {
    assertThatExpr("sum(a)#x\r by #y\n(b)").isSameAs("sum(a)by(b)");
  }

  @Test
  void countsColumnsInBytesFromTheLastLineBreak() {
    String text = "a +\n  é{x=\"ü\"} + )";
    assertThat(Promql.parse(text))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.first().format(text))
                    .isEqualTo("2:3: parse error: unexpected character: 'é'"));
    String later = "\"ü\" + +";
    assertThat(Promql.parse(later))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.first().format(later))
                    .isEqualTo("1:9: parse error: unexpected end of input"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start() | EXPERIMENTAL_FUNCTIONS | function \"start\" is not enabled",
        "limitk(1, x) | EXPERIMENTAL_FUNCTIONS | limitk() is experimental and must be enabled with"
            + " --enable-feature=promql-experimental-functions",
        "x anchored | EXTENDED_RANGE_SELECTORS | anchored modifier is experimental and not enabled",
        "x[1m] smoothed | EXTENDED_RANGE_SELECTORS"
            + " | smoothed modifier is experimental and not enabled",
        "x + fill(0) y | BINARY_FILL_MODIFIERS"
            + " | binop fill modifiers are experimental and not enabled",
        "x[1m + 1m] | DURATION_EXPRESSIONS | experimental duration expression is not enabled",
      })
  void refusesSyntaxWhoseFeatureIsOff(String text, Feature feature, String message) {
    assertThat(Promql.parse(text, new ParseOptions(Set.of(feature)))).isInstanceOf(Parsed.class);
    assertThat(Promql.parse(text, new ParseOptions(Set.of())))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.first().message()).isEqualTo(message));
  }

  @Test
  void parsesLoneSelectors() {
    assertThat(Promql.parseSelector("up{job=\"x\"}")).isInstanceOf(Parsed.class);
    assertThat(Promql.parseSelector("{}")).isInstanceOf(Parsed.class);
    assertThat(Promql.parseSelector("up offset 5m")).isInstanceOf(Rejected.class);
    assertThat(Promql.parseSelector("up[5m]")).isInstanceOf(Rejected.class);
    assertThat(Promql.parseSelector("")).isInstanceOf(Rejected.class);
    assertThat(Promql.parseSelector("1")).isInstanceOf(Rejected.class);
  }
}
