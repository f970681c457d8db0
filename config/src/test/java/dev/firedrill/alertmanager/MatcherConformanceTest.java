package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MatcherConformanceTest {
  @Test
  void parsesAsAlertmanagerDoes() {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> rows = ConformanceRows.of("matchers.jsonl");
    for (JsonNode row : rows) {
      MatcherResult result = parse(row);
      boolean exact = row.path("error_exact").asBoolean(true);
      String expected = expected(row, exact);
      String actual =
          result
              .error()
              .map(e -> exact ? e : "fails")
              .orElseGet(() -> described(result.matchers()));
      if (!expected.equals(actual)) {
        wrong.add(row.get("input") + ": expected " + expected + ", got " + actual);
      }
    }
    assertThat(rows).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  @Test
  void readsAndPrintsClassicMatchersAsAmtoolDoes() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : ConformanceRows.of("matchers-own-classic.jsonl")) {
      MatcherResult result = parse(row);
      String actual =
          result
              .error()
              .orElseGet(
                  () -> Matcher.print(result.matchers().stream().sorted(Matcher.ORDER).toList()));
      String expected = row.get(row.get("ok").asBoolean() ? "string" : "error").asText();
      if (!expected.equals(actual)) {
        wrong.add(row.get("input") + ": expected " + expected + ", got " + actual);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void matchesValuesAsAlertmanagerDoes() {
    for (JsonNode row : ConformanceRows.of("matcher-eval.jsonl")) {
      Matcher matcher = Matcher.of("x", operator(row), row.get("pattern").asText());
      assertThat(matcher.matches(row.get("label_value").asText()))
          .as("%s", row)
          .isEqualTo(row.get("match").asBoolean());
    }
  }

  @Test
  void printsAsAlertmanagerDoes() {
    for (JsonNode row : ConformanceRows.of("matcher-string.jsonl")) {
      Matcher matcher =
          Matcher.of(row.get("name").asText(), operator(row), row.get("value").asText());
      assertThat(matcher).hasToString(row.get("string").asText());
    }
  }

  @Test
  void knowsWhichLabelNamesAModeTakes() {
    for (JsonNode row : ConformanceRows.of("labelnames.jsonl")) {
      assertThat(mode(row).isValidLabelName(row.get("name").asText()))
          .as("%s", row)
          .isEqualTo(row.get("valid").asBoolean());
    }
  }

  private static MatcherResult parse(JsonNode row) {
    MatcherParser parser = new MatcherParser(mode(row));
    String input = row.get("input").asText();
    return row.get("api").asText().equals("matcher") ? parser.parseOne(input) : parser.parse(input);
  }

  private static String expected(JsonNode row, boolean exact) {
    if (!row.get("ok").asBoolean()) {
      return exact ? row.get("error").asText() : "fails";
    }
    List<String> matchers = new ArrayList<>();
    for (JsonNode matcher : row.get("matchers")) {
      matchers.add(
          matcher.get("name").asText()
              + matcher.get("op").asText()
              + matcher.get("value").asText());
    }
    return matchers.toString();
  }

  private static String described(List<Matcher> matchers) {
    return matchers.stream()
        .map(m -> m.name() + m.operator().symbol() + m.value())
        .toList()
        .toString();
  }

  private static MatcherMode mode(JsonNode row) {
    return MatcherMode.valueOf(row.get("mode").asText().toUpperCase(Locale.ROOT));
  }

  private static Operator operator(JsonNode row) {
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(row.get("op").asText())) {
        return operator;
      }
    }
    throw new IllegalArgumentException("" + row);
  }
}
