package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromqlRegexTest {
  private static final LintCase CASE = LintCase.of("promql/regex");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up{job=~'api'} | 5:14 warning: `api` is no pattern: this is an equality",
        "up{a='b', job!~'api'} | 5:21 warning: `api` is no pattern: this is an equality",
        "up{job=~'^api.*$'} | 5:14 warning: a matcher always matches the whole value: `^` and `$`"
            + " are needless",
        "up{job=~'.*'} | 5:14 warning: `=~'.*'` matches everything, series without the label"
            + " included",
        "up{job!~'.*',a='b'} | 5:14 warning: `!~'.*'` matches nothing",
        "up{instance=~'db[0-9].example.com:9100'} | 5:14 warning: a dot in"
            + " `db[0-9].example.com:9100` stands for any character",
      },
      quoteCharacter = '`')
  void reportsRegexesThatAreNone(String expr, String finding) {
    assertThat(CASE.findings(alert("expr: " + expr.replace('\'', '"'))))
        .containsExactly(finding.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up{job=~'api|web'}",
        "up{job=~'.+'}",
        "up{job=~'api.*'}",
        "up{job!~''}",
        "up{instance=~'db[0-9][.]example[.]com:9100'}",
        "up{job='^api$'}",
        "up{version=~'1.2.*'}",
      })
  void acceptsPatterns(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr.replace('\'', '"')))).isEmpty();
  }

  @Test
  void offersToMendThem() {
    assertThat(fixed("expr: up{a=~\"x|y\",job=~\"api\"} == 0"))
        .endsWith("expr: up{a=~\"x|y\",job=\"api\"} == 0\n");
    assertThat(fixed("expr: 'up{job!~\"^api.*$\"}'")).endsWith("expr: 'up{job!~\"api.*\"}'\n");
  }

  private static String fixed(String field) {
    String rules = alert(field);
    StringBuilder text = new StringBuilder(rules);
    for (TextEdit edit : CASE.diagnostics(rules).getFirst().fixes().getFirst().edits()) {
      text.replace(edit.location().span().start(), edit.location().span().end(), edit.text());
    }
    return text.toString();
  }
}
