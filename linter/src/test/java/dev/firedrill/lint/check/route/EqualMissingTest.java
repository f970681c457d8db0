package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualMissingTest {
  private static final RoutingCase CASE = RoutingCase.of("inhibit/equal-missing");

  @Test
  void findsLabelsThatBothSidesLack() {
    assertThat(
            CASE.alerts(
                    "A",
                    "{sev: high}",
                    "sum by (c) (up) == 0",
                    "B",
                    "{sev: low}",
                    "sum by (c) (up) == 0")
                .inhibit(
                    "source_matchers: ['sev=\"high\"']",
                    "target_matchers: ['sev=\"low\"']",
                    "equal: [c, region]"))
        .containsExactly(
            "warning: no source and no target has `region`, which counts as equal: the rule reaches"
                + " further than it reads");
  }

  @Test
  void acceptsLabelsThatMayBeThere() {
    assertThat(
            CASE.alerts("A", "{sev: high}", "up == 0", "B", "{sev: low}", "sum(up) == 0")
                .inhibit(
                    "source_matchers: ['sev=\"high\"']",
                    "target_matchers: ['sev=\"low\"']",
                    "equal: [region]"))
        .isEmpty();
  }
}
