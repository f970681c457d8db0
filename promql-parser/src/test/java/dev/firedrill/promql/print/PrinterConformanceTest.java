package dev.firedrill.promql.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ConformanceData;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Expressions as Prometheus prints them.
class PrinterConformanceTest {
  @TestFactory
  List<DynamicTest> printsOnOneLine() {
    return ConformanceData.rows(
        "promql/printer.jsonl",
        row -> row.get("in").asText(),
        row ->
            assertThat(Printer.print(parse(row.get("in").asText())))
                .isEqualTo(row.get("out").asText()));
  }

  @TestFactory
  List<DynamicTest> printsSelectors() {
    return ConformanceData.rows(
        "promql/printer_selectors.jsonl",
        row -> row.get("case").asText(),
        row -> assertThat(Printer.print(selector(row))).isEqualTo(row.get("out").asText()));
  }

  @TestFactory
  List<DynamicTest> printsOverSeveralLines() {
    return ConformanceData.rows(
        "promql/prettier.jsonl",
        row -> row.get("in").asText(),
        row ->
            assertThat(
                    PrettyPrinter.print(
                        parse(row.get("in").asText()), row.get("max_chars").asInt()))
                .isEqualTo(row.get("out").asText()));
  }

  private static Expr parse(String text) {
    ParseResult result = Promql.parse(text, ParseOptions.ALL);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).expr();
  }

  private static Expr selector(JsonNode row) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (JsonNode matcher : row.get("matchers")) {
      for (LabelMatcher.Operator operator : LabelMatcher.Operator.values()) {
        if (operator.symbol().equals(matcher.get("op").asText())) {
          matchers.add(
              LabelMatcher.of(
                  matcher.get("name").asText(), operator, matcher.get("value").asText()));
        }
      }
    }
    return new Expr.InstantSelector(
        row.get("name").asText(), matchers, Modifiers.NONE, false, Span.at(0));
  }
}
