package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnusedIntervalTest {
  private static final RoutingCase CASE = RoutingCase.of("interval/unused");
  private static final String REST =
      """
      receivers: [{name: a}]
      time_intervals: [{name: n, time_intervals: [{}]}]
      """;

  @Test
  void findsIntervalsThatNoRouteNames() {
    assertThat(CASE.file("route: {receiver: a}\n" + REST))
        .containsExactly("warning: no route names the time interval `n`");
  }

  @Test
  void acceptsThoseThatAreNamed() {
    String route = "{matchers: ['x=y'], active_time_intervals: [n]}";
    assertThat(CASE.file("route: {receiver: a, routes: [" + route + "]}\n" + REST)).isEmpty();
  }
}
