package dev.firedrill.lint.check.grafana;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.grafana.GrafanaReader;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.LintCase;
import java.util.ArrayList;
import java.util.List;

/// What one check finds in files that provision Grafana, given as text.
record GrafanaCase(LintCase lint, String rules) {
  private static final String RULES = "groups: [{name: g, rules: [{record: 'a:b', expr: up}]}]";

  /// {@return cases of a check beside rules that have nothing to do with it}
  static GrafanaCase of(String id) {
    return new GrafanaCase(LintCase.of(id), RULES);
  }

  /// {@return cases of the same check beside an alert}
  GrafanaCase alert(String expr) {
    return new GrafanaCase(lint, LintCase.alert("expr: " + expr));
  }

  /// {@return what is found in files}
  List<String> files(String... texts) {
    List<GrafanaFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(GrafanaReader.read(SourceFile.of("grafana.yml", text)).orElseThrow());
    }
    return lint.in(Deployment.NONE.withGrafana(files)).findings(rules);
  }

  /// {@return what is found in a dashboard with one panel}
  ///
  /// @param expression as JSON writes it, without quotes
  /// @param more further fields of the panel, each after a comma
  List<String> panel(String expression, String more) {
    return files(
        "{\"panels\": [{\"title\": \"P\",\n\"targets\": [{\n\"expr\": \""
            + expression
            + "\"}]"
            + more
            + "}]}");
  }
}
