package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTemplateSyntaxTest {
  private static final RoutingCase CASE = RoutingCase.of("amtemplate/syntax");

  @Test
  void findsWhatDoesNotParseInTheConfigurationAndInFiles() {
    assertThat(CASE.receiver("slack_configs: [{channel: x, title: '{{ .Status '}]"))
        .singleElement()
        .asString()
        .startsWith("error: unclosed action");
    assertThat(CASE.template("{{ define \"a\" }}{{ nothing }}{{ end }}").root("group_by: [a]"))
        .containsExactly("error: function \"nothing\" not defined");
  }

  @Test
  void acceptsWhatAlertmanagerKnows() {
    assertThat(CASE.receiver("slack_configs: [{channel: x, title: '{{ .Status | toUpper }}'}]"))
        .isEmpty();
  }
}
