package dev.firedrill.rules.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.edit.RuleFormat.Formatted;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormatTest {
  private static final ExprFormat NARROW = new ExprFormat(20, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum(up)  by(job)>1          | sum by (job) (up) > 1",
        "'sum(up)  by(job)>1'        | 'sum by (job) (up) > 1'",
        "\"up{a='x'}\"               | \"up{a=\\\"x\\\"}\"",
        "'up{a=''x'', b=\"it''s\"}'  | 'up{a=\"x\",b=\"it''s\"}'",
        "up  # why                   | up  # why",
        "1e3                         | 1000",
        "(1e3)                       | (1000)",
        "&a up*1e3 # why             | &a up * 1000 # why",
        "!!str up*1                  | !!str up * 1",
      })
  void whatIsShortStaysOnItsLineAndInItsQuotes(String before, String after) {
    assertThat(expr(before, ExprFormat.DEFAULT)).isEqualTo(rule(after));
  }

  @Test
  void whatIsLongBecomesABlock() {
    assertThat(expr("'sum(a_long_name)by(job)'  # why", NARROW))
        .isEqualTo(
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: |  # why
                  sum by (job) (
                    a_long_name
                  )
                for: 5m
            """);
  }

  @Test
  void aBlockSaysWhereItStartsIfItsFirstLineIsIndented() {
    assertThat(expr("a_long_name > another_one", NARROW))
        .isEqualTo(
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: |2
                    a_long_name
                  >
                    another_one
                for: 5m
            """);
  }

  @Test
  void aTextBelowItsKeyMovesUpToIt() {
    String below = "\n        a_long_name >\n        another_one";
    assertThat(expr(below, NARROW)).contains("    expr: |2\n        a_long_name\n      >\n");
    assertThat(expr(below, ExprFormat.DEFAULT)).isEqualTo(rule(below));
  }

  @Test
  void aBlockKeepsItsIndentationAndHowItEnds() {
    assertThat(expr("|-  # why\n          sum(a_long_name) by(a)\n", NARROW))
        .contains(
            "expr: |-  # why\n          sum by (a) (\n            a_long_name\n          )\n\n");
    assertThat(expr(">\n      up\n      *1", ExprFormat.DEFAULT))
        .contains("expr: >\n      up * 1\n");
    assertThat(expr(">\n      up\n      *a_long_name_it_is", NARROW))
        .contains("expr: |2\n        up\n");
  }

  @Test
  void commentsBeforeAndAfterAnExpressionStay() {
    assertThat(expr("|\n      # one\n      # two\n      up *1 # three", ExprFormat.DEFAULT))
        .contains("expr: |\n      # one\n      # two\n      up * 1  # three\n    for");
  }

  @Test
  void anExpressionWithACommentWithinIsLeftAlone() {
    Formatted formatted = format(rule("|\n      up # now\n        *1"), ExprFormat.DEFAULT);
    assertThat(formatted.changed()).isZero();
    assertThat(formatted.remarks())
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark.message())
                    .isEqualTo("left as it is: a comment stands within the expression"));
  }

  @Test
  void anExpressionThatRulesShareIsFormattedOnce() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: a, expr: &shared 'sum(up)by(a)'}
          - record: b
            expr: *shared
        """;
    Formatted formatted = format(rules, ExprFormat.DEFAULT);
    assertThat(formatted.after().text())
        .isEqualTo(rules.replace("sum(up)by(a)", "sum by (a) (up)"));
    assertThat(formatted.remarks()).isEmpty();
  }

  @Test
  void anExpressionThatSomethingElseSharesIsLeftAlone() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - alert: A
            expr: &shared sum(up)by(a)
            annotations: {query: *shared}
          - alert: B
            expr: up>1
        """;
    Formatted formatted = format(rules, ExprFormat.DEFAULT);
    assertThat(formatted.after().text()).isEqualTo(rules.replace("up>1", "up > 1"));
    assertThat(formatted.remarks().getFirst().message())
        .isEqualTo("left as it is: it is used elsewhere in the file, too");
  }

  @Test
  void aChainThatWouldTakeAMegabyteIsLeftAlone() {
    String rules = rule("up" + " or up{job=\"a\"}".repeat(20_000));
    Formatted formatted = format(rules, ExprFormat.DEFAULT);
    assertThat(formatted.after().text()).isEqualTo(rules);
    assertThat(formatted.remarks().getFirst().message())
        .startsWith("left as it is: it would take more than a megabyte");
  }

  @Test
  void lineBreaksAndTheByteOrderMarkStay() {
    String rules = "\uFEFF" + rule("sum(a_long_name)by(job)").replace("\n", "\r\n").stripTrailing();
    String after = new String(format(rules, NARROW).after().bytes(), StandardCharsets.UTF_8);
    assertThat(after)
        .startsWith("\uFEFFgroups:\r\n")
        .contains("expr: |\r\n      sum by (job) (\r\n")
        .endsWith("for: 5m");
    assertThat(after.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void numbersStayAsTheyAreWrittenWhereAsked() {
    ExprFormat keeping = ExprFormat.DEFAULT.withKeepNumbers(true);
    assertThat(expr("up>1e6 * -1_000", keeping)).contains("expr: up > 1e6 * -1_000\n");
    assertThat(expr("up>1e6 * -1_000", ExprFormat.DEFAULT)).contains("up > 1000000 * -1000\n");
  }

  private static String rule(String expr) {
    return "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: " + expr + "\n    for: 5m\n";
  }

  private static String expr(String expr, ExprFormat format) {
    return format(rule(expr), format).after().text();
  }

  private static Formatted format(String rules, ExprFormat format) {
    SourceFile file = SourceFile.of("rules.yml", rules);
    return new RuleFormat(format)
        .format(
            Objects.requireNonNull(RuleFiles.read(file, RuleFileOptions.DEFAULT).file()),
            RuleFileOptions.DEFAULT);
  }
}
