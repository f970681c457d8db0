package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InhibitNeverTest {
  private static final RoutingCase CASE = RoutingCase.of("inhibit/never");

  @Test
  void findsRulesWithoutSourceOrTarget() {
    assertThat(
            CASE.alerts("B", "{sev: low}", "sum(up) == 0")
                .inhibit(
                    "source_matchers: ['sev=\"high\"']",
                    "target_matchers: ['sev=\"low\"']",
                    "equal: [c]"))
        .containsExactly("warning: this mutes nothing: no alert of the rules can be a source");
    assertThat(
            CASE.alerts("A", "{sev: high}", "sum(up) == 0")
                .inhibit(
                    "source_matchers: ['sev=\"high\"']",
                    "target_matchers: ['sev=\"low\"']",
                    "equal: [c]"))
        .containsExactly("warning: this mutes nothing: no alert of the rules can be a target");
  }

  @Test
  void findsPairsThatNeverAgree() {
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
                    "equal: [alertname, c]"))
        .containsExactly(
            "warning: this mutes nothing: no source and target of the rules can agree on alertname,"
                + " c");
  }

  @Test
  void acceptsPairsThatMay() {
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
                    "equal: [c]"))
        .isEmpty();
    assertThat(
            CASE.inhibit(
                "source_matchers: ['sev=\"high\"']",
                "target_matchers: ['sev=\"low\"']",
                "equal: [alertname]"))
        .isEmpty();
  }
}
