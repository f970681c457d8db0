package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.lint.LintCase;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "up{a=~'x.y',job=~'api'} == 0     ; up{a=~'x.y',job='api'} == 0",
        "up{'a=~b'=~'c=~d'}               ; up{'a=~b'='c=~d'}",
        "up{job!~'^api.*$'}               ; up{job!~'api.*'}",
        "up{job=~'^a|b$'}                 ; up{job=~'a|b'}",
        "up{a='b', job=~'.*'} > 1         ; up{a='b'} > 1",
        "up{job=~'.*', a='b'}             ; up{a='b'}",
        "up{ job=~'.*', } > 1             ; up > 1",
      })
  void offersToMendThem(String before, String after) {
    assertThat(fixed("expr: " + before)).endsWith("expr: " + after + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up{job!~'.*'}",
        "up{job=~'^$'}",
        "up{instance=~'db[0-9].example.com:9100'}",
      })
  void leavesToPeopleWhatTakesAThought(String expr) {
    List<Diagnostic> found = CASE.diagnostics(alert("expr: \"" + expr + "\""));
    assertThat(found).allSatisfy(finding -> assertThat(finding.fixes()).isEmpty());
  }

  @Test
  void writesFixesAsTheQuotesAskFor() {
    assertThat(fixed("expr: 'up{job!~\"^it''s.*$\"}'")).endsWith("expr: 'up{job!~\"it''s.*\"}'\n");
    assertThat(fixed("expr: \"up{job=~\\\"^a.*$\\\"}\"")).endsWith("up{job=~\\\"a.*\\\"}\"\n");
    assertThat(fixed("expr: >\n  up{a='b',\n  job=~'.*'}\n  > 1"))
        .endsWith(">\n      up{a='b'}\n      > 1\n");
  }

  private static String fixed(String field) {
    return CASE.fixed(alert(field));
  }

  @Test
  void acceptsEmptyAmongAlternatives() {
    assertThat(CASE.findings(alert("expr: up{team!~\"^$|none\"} == 0"))).isEmpty();
  }
}
