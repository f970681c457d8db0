package dev.firedrill.lint.check.route;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.LintCase;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.settings.PathMap;
import java.nio.file.Path;
import java.util.List;

/// A routing tree given as text, with the alerts that come to it, and what one check finds.
record RoutingCase(LintCase lint, String rules, TemplateSources templates) {
  private static final TemplateSources NO_TEMPLATES = new TemplateSources(List.of(), List.of());

  private static final String RECEIVERS =
      """
      receivers:
      - name: everyone
        slack_configs: [{channel: '#alerts', api_url_file: /run/slack}]
      - name: pager
        pagerduty_configs: [{routing_key_file: /run/pager}]
      - name: nobody
      """;

  /// {@return cases of a check without rules}
  static RoutingCase of(String id) {
    return new RoutingCase(LintCase.of(id), "groups: []", NO_TEMPLATES);
  }

  /// {@return cases of the same check with a parameter set}
  RoutingCase with(String parameter, Object value) {
    return new RoutingCase(lint.with(parameter, value), rules, templates);
  }

  /// {@return cases of the same check with alerts, each as name, labels in braces and expression}
  RoutingCase alerts(String... alerts) {
    StringBuilder text = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (int i = 0; i < alerts.length; i += 3) {
      text.append("  - {alert: ").append(alerts[i]).append(", labels: ").append(alerts[i + 1]);
      text.append(", expr: '").append(alerts[i + 2]).append("'}\n");
    }
    return new RoutingCase(lint, text.toString(), templates);
  }

  /// {@return cases of the same check with a file of templates}
  RoutingCase template(String text) {
    SourceFile file = SourceFile.of("messages.tmpl", text);
    return new RoutingCase(lint, rules, new TemplateSources(List.of(file), List.of()));
  }

  /// {@return cases of the same check with a pattern that matches no file}
  RoutingCase missing(String pattern) {
    return new RoutingCase(lint, rules, new TemplateSources(List.of(), List.of(pattern)));
  }

  /// {@return what is found in a root route with these routes}
  List<String> routes(String... routes) {
    StringBuilder text = new StringBuilder("route:\n  receiver: everyone\n  routes:\n");
    for (String route : routes) {
      text.append("  - ").append(route).append('\n');
    }
    return file(text + RECEIVERS);
  }

  /// {@return what is found in a root route with these fields}
  List<String> root(String... fields) {
    return file(
        "route:\n  receiver: everyone\n  " + String.join("\n  ", fields) + "\n" + RECEIVERS);
  }

  /// {@return what is found in an inhibition rule with these fields}
  List<String> inhibit(String... fields) {
    return file(
        "route: {receiver: everyone}\n"
            + RECEIVERS
            + "inhibit_rules:\n- "
            + String.join("\n  ", fields)
            + "\n");
  }

  /// {@return what is found in a file with one receiver that has these integrations}
  List<String> receiver(String integrations) {
    return file("route: {receiver: a}\nreceivers: [{name: a, " + integrations + "}]\n");
  }

  /// {@return what is found in a whole file}
  List<String> file(String text) {
    Deployment deployment =
        new Deployment(
            null,
            AlertmanagerReader.read(
                    SourceFile.of("alertmanager.yml", text), AlertmanagerOptions.DEFAULT)
                .loaded()
                .get()
                .orElseThrow(),
            Path.of("/"),
            PathMap.NONE,
            List.of(),
            templates,
            List.of());
    return lint.in(deployment).findings(rules).stream()
        .map(finding -> finding.substring(finding.indexOf(' ') + 1))
        .toList();
  }
}
