package dev.firedrill.rules.test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTestReaderTest {
  private static final String ADDITIONS =
      """
      input_series:
      - {series: 'up{instance="i{{0..2}}"}', values: 1x5}
      input_data:
      - a.om
      - {file: b.json, match: 'up{job="a"}', at: 5m}
      until: 1h
      tolerance: 1%
      expect_alerts:
      - alertname: Down
        labels: {job: a}
        labels_re: {instance: 'i.*'}
        annotations: {summary: ''}
        count: 3
        fires: [12m..18m, from 30m, at 25m]
        pending: until 12m
        resolves: 18m
      promql_expr_test: []
      """;

  @Test
  void readsAdditionsUnderTheirKey() {
    String added = ADDITIONS.replace("promql_expr_test: []\n", "");
    UnitTest test =
        test(
            "tests:\n- input_series: [{series: b, values: '1'}]\n  firedrill:\n" + added.indent(4));
    assertThat(test.inputSeries().stream().map(series -> series.series().text()))
        .containsExactly("b", "up{instance=\"i0\"}", "up{instance=\"i1\"}", "up{instance=\"i2\"}");
    assertAdditions(test);
  }

  @Test
  void readsAdditionsBesideTheOtherKeysOfItsOwnKindOfFile() {
    UnitTest test = test("kind: firedrill-tests\ntests:\n- name: a\n" + ADDITIONS.indent(2));
    assertThat(test.inputSeries()).hasSize(3);
    assertAdditions(test);
  }

  private static void assertAdditions(UnitTest test) {
    TestAdditions additions = test.additions();
    assertThat(additions.until()).isEqualTo(Duration.ofHours(1));
    assertThat(additions.recordings()).hasSize(2);
    assertThat(additions.startsWithData()).isTrue();
    assertThat(additions.recordings().get(1).match().getFirst())
        .extracting(Object::toString)
        .contains("job=\"a\"");
    AlertBehaviour behaviour = additions.behaviours().getFirst();
    assertThat(behaviour.labels())
        .extracting(Object::toString)
        .containsExactly("job=\"a\"", "instance=~\"i.*\"");
    assertThat(behaviour.claims().stream().map(claim -> claim.phase().word() + ' ' + claim.text()))
        .containsExactly("pending 0s..12m", "fires 12m..18m, from 30m, at 25m", "resolves at 18m");
    assertThat(test.lastTime()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void readsWhomAnAlertmanagerNotifies() {
    UnitTest test =
        test(
            """
            tests:
            - firedrill:
                alertmanager: a.yml
                expect_notifications:
                - {receiver: pager, at: 1m30s, status: resolved, contains: a}
                - {receiver: chat, contains: [a, 5]}
            """);
    NotificationTest notifications = requireNonNull(test.additions().notifications());
    assertThat(notifications.alertmanager().text()).isEqualTo("a.yml");
    assertThat(notifications.lastTime(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(150));
    assertThat(notifications.expected())
        .extracting(each -> each.receiver().value(), each -> each.status(), each -> each.contains())
        .containsExactly(
            tuple("pager", "resolved", List.of("a")), tuple("chat", "firing", List.of("a", "5")));
  }

  @Test
  void takesTheNearestTolerance() {
    Loaded<UnitTestFile> loaded =
        read(
            """
            kind: firedrill-tests
            tolerance: 1
            tests:
            - tolerance: 2
              promql_expr_test:
              - {expr: a, eval_time: 1m}
              - {expr: a, eval_time: 1m, tolerance: 3}
            - promql_expr_test:
              - {expr: a, eval_time: 1m}
            """);
    assertThat(
            loaded.get().orElseThrow().tests().stream()
                .flatMap(test -> test.exprs().stream())
                .map(expr -> expr.tolerance().absolute()))
        .containsExactly(2.0, 3.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "firedrill: {expect_alert: []} | unknown field 'expect_alert' "
            + "| did you mean 'expect_alerts'?",
        "expect_alerts: [] | unknown field 'expect_alerts' "
            + "| it stands under firedrill:, or in a file with kind: firedrill-tests",
        "firedrill: {expect_alerts: [{fires: never}]} "
            + "| alertname: the alert that this is about is missing |",
        "firedrill: {expect_alerts: [{alertname: A}]} "
            + "| nothing is expected: say fires, pending, resolves or count |",
        "firedrill: {expect_alerts: [{alertname: A, firing: never}]} "
            + "| nothing is expected: say fires, pending, resolves or count |",
        "firedrill: {expect_alerts: [{alertname: A, fires: 5m..5m}]} "
            + "| the end must come after the start "
            + "| expected 12m..18m, from 12m, until 18m, at 12m, never or ever, or a list of times",
        "firedrill: {expect_alerts: [{alertname: A, fires: 5x}]} "
            + "| unknown unit \"x\" in duration \"5x\" "
            + "| expected 12m..18m, from 12m, until 18m, at 12m, never or ever, or a list of times",
        "firedrill: {expect_alerts: [{alertname: A, fires: [never, 5m]}]} "
            + "| never stands alone "
            + "| expected 12m..18m, from 12m, until 18m, at 12m, never or ever, or a list of times",
        "firedrill: {expect_alerts: [{alertname: A, resolves: from 5m}]} "
            + "| an alert resolves at one time: expected such as at 18m "
            + "| expected at 18m, never or ever, or a list of times",
        "firedrill: {expect_alerts: [{alertname: A, fires: ever, labels_re: {a: '('}}]} "
            + "| missing closing ): `(` |",
        "firedrill: {expect_alerts: [{alertname: A, fires: never, annotations: {a: b}}]} "
            + "| annotations are compared where the alert fires or is pending, and it never is |",
        "firedrill: {expect_alerts: [{alertname: A, count: -1}]} | a count is 0 or more |",
        "firedrill: {input_data: [{file: a, match: 'up{'}]} | unexpected end of input inside braces"
            + " | expected a selector such as up{job=\"api\"}",
        "firedrill: {tolerance: nearly} | 'nearly' is no tolerance: "
            + "expected a number such as 0.01, or a share such as 1% |",
        "firedrill: {input_series: [{series: 'up{a=\"{{1}}\"}', values: '1'}]} "
            + "| expected a range such as {{0..99}} or a list such as {{a,b}} |",
      })
  void saysWhatIsWrong(String test, String message, String help) {
    Loaded<UnitTestFile> loaded = read("tests:\n- " + test + "\n");
    assertThat(loaded.diagnostics())
        .anySatisfy(
            found -> {
              assertThat(found.message()).contains(message);
              assertThat(found.help()).isEqualTo(help);
              assertThat(found.location().start().line()).isEqualTo(2);
            });
  }

  @Test
  void knowsNoAdditionsWhenItReadsAsPromtool() {
    SourceFile file =
        SourceFile.of("t.yml", "kind: firedrill-tests\ntests:\n- firedrill: {until: 5m}\n");
    assertThat(UnitTestReader.readAsPromtool(file).diagnostics())
        .extracting(found -> found.message())
        .containsExactly("unknown field 'kind'", "unknown field 'firedrill'");
  }

  @Test
  void refusesOtherKinds() {
    assertThat(read("kind: tests\ntests: []\n").diagnostics())
        .extracting(found -> found.message())
        .isEqualTo(List.of("expected kind: firedrill-tests"));
  }

  private static UnitTest test(String text) {
    Loaded<UnitTestFile> loaded = read(text);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow().tests().getFirst();
  }

  private static Loaded<UnitTestFile> read(String text) {
    return UnitTestReader.read(SourceFile.of("t.yml", text));
  }
}
