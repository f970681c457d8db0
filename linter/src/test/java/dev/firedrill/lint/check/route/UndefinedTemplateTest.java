package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndefinedTemplateTest {
  private static final RoutingCase CASE = RoutingCase.of("amtemplate/undefined");
  private static final String CALLS =
      "slack_configs: [{channel: x, title: '{{ template \"team.title\" . }}'}]";

  @Test
  void findsCallsOfWhatIsNowhereDefined() {
    assertThat(CASE.receiver(CALLS))
        .containsExactly("error: the template `team.title` is nowhere defined");
    assertThat(CASE.template("{{ define \"team.titel\" }}x{{ end }}").receiver(CALLS)).hasSize(1);
  }

  @Test
  void acceptsTemplatesOfFilesAndThoseThatAreAlwaysThere() {
    assertThat(CASE.template("{{ define \"team.title\" }}x{{ end }}").receiver(CALLS)).isEmpty();
    assertThat(
            CASE.receiver(
                "slack_configs: [{channel: x, title: '{{ template \"slack.default.title\" . }}'}]"))
        .isEmpty();
  }

  @Test
  void saysWhichPatternMatchesNoFileAndThenNoMore() {
    String file =
        """
        route: {receiver: a}
        receivers: [{name: a, %s}]
        templates: [/etc/alertmanager/*.tmpl]
        """
            .formatted(CALLS);
    assertThat(CASE.missing("/etc/alertmanager/*.tmpl").file(file))
        .containsExactly("info: no file here matches this pattern");
  }
}
