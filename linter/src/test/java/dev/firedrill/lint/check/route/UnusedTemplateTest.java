package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnusedTemplateTest {
  private static final RoutingCase CASE = RoutingCase.of("amtemplate/unused");

  @Test
  void findsTemplatesThatNothingCalls() {
    assertThat(CASE.template("{{ define \"old\" }}x{{ end }}").root("group_by: [a]"))
        .containsExactly("info: nothing calls the template `old`");
  }

  @Test
  void acceptsThoseThatAreCalledOrRedefined() {
    assertThat(
            CASE.template(
                    "{{ define \"a\" }}x{{ end }}{{ define \"b\" }}{{ template \"a\" . }}{{ end }}")
                .receiver("slack_configs: [{channel: x, title: '{{ template \"b\" . }}'}]"))
        .isEmpty();
    assertThat(
            CASE.template("{{ define \"slack.default.title\" }}x{{ end }}").root("group_by: [a]"))
        .isEmpty();
  }
}
