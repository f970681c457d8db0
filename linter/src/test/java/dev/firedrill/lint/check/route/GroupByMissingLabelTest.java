package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupByMissingLabelTest {
  private static final RoutingCase CASE = RoutingCase.of("route/group-by-missing-label");

  @Test
  void findsALabelThatNoAlertHas() {
    assertThat(CASE.alerts("A", "{}", "sum by (job) (up) == 0").root("group_by: [job, pod]"))
        .containsExactly("warning: no alert that comes here has the label `pod`");
  }

  @Test
  void acceptsLabelsThatMayBeThere() {
    assertThat(CASE.alerts("A", "{}", "up == 0").root("group_by: [job, pod]")).isEmpty();
    assertThat(CASE.root("group_by: [pod]")).isEmpty();
  }
}
