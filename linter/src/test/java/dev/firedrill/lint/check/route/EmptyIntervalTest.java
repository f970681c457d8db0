package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmptyIntervalTest {
  private static final RoutingCase CASE = RoutingCase.of("interval/empty");
  private static final String HEAD =
      """
      route: {receiver: a}
      receivers: [{name: a}]
      """;

  @Test
  void findsIntervalsWithoutATime() {
    assertThat(
            CASE.file(
                HEAD
                    + "time_intervals: [{name: n, time_intervals: [{months: [february],"
                    + " days_of_month: ['30']}]}]\n"))
        .containsExactly("error: `n` is never active: no time lies in it");
    assertThat(CASE.file(HEAD + "time_intervals: [{name: n, time_intervals: []}]\n"))
        .containsExactly("error: `n` is never active: no time lies in it");
  }

  @Test
  void warnsOfThoseThatAreAlwaysActive() {
    assertThat(CASE.file(HEAD + "time_intervals: [{name: n, time_intervals: [{}]}]\n"))
        .containsExactly("warning: `n` is always active");
  }

  @Test
  void acceptsRareOnes() {
    assertThat(
            CASE.file(
                HEAD
                    + "time_intervals: [{name: n, time_intervals: [{months: [february],"
                    + " days_of_month: ['29'], weekdays: [monday], times: [{start_time: '22:15',"
                    + " end_time: '22:16'}]}]}]\n"))
        .isEmpty();
    assertThat(
            CASE.file(HEAD + "time_intervals: [{name: n, time_intervals: [{years: ['2020']}]}]\n"))
        .isEmpty();
  }
}
