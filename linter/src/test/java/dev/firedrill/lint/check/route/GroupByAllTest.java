package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupByAllTest {
  private static final RoutingCase CASE = RoutingCase.of("route/group-by-all");

  @Test
  void findsItOnTheRoot() {
    assertThat(CASE.root("group_by: ['...']"))
        .containsExactly("warning: each alert is a message of its own here");
  }

  @Test
  void countsAlertsWhereThereAreRules() {
    assertThat(CASE.alerts("A", "{}", "up == 0").root("group_by: ['...']")).isEmpty();
    assertThat(CASE.with("alerts", 1).alerts("A", "{}", "up == 0").root("group_by: ['...']"))
        .containsExactly(
            "warning: each alert is a message of its own here: 1 alert comes this way");
  }
}
