package dev.firedrill.cli.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page decides as Alertmanager does, and shows it. Needs a browser on the PATH.
class RoutePageBrowserTest {
  private static final String CONFIG = "testdata/ml-infrastructure/alertmanager/alertmanager.yml";

  private static final List<String> REGEXES =
      List.of(
          "a",
          "a.c",
          "a|b",
          "(?i)gpu.*",
          "(?s)a.c",
          "(?m)^a$|b",
          "[^a]",
          "[[:digit:]]+",
          "\\s",
          "\\S+",
          "\\d{2,3}",
          "(?i)k",
          "\\pL+",
          "\\p{Greek}",
          "a{x}",
          "\\Qa.c\\E",
          "",
          "(a*)*b",
          ".*",
          ".+",
          "(?:a|)c?",
          "\\x41",
          "[a-c-]+",
          "[\\S]",
          "^a$",
          "a\\z",
          "\\bab\\b",
          "(?i)[r-t]",
          "\\W",
          "é",
          ".");

  private static final List<String> VALUES =
      List.of(
          "",
          "a",
          "b",
          "abc",
          "a.c",
          "a\nc",
          "a\nb",
          "GPUHot",
          "gpu",
          "K",
          "k",
          "\u212a",
          "\u017f",
          "12",
          "123",
          "1234",
          "\u0661",
          "\u03b1",
          "é",
          "a{x}",
          " ",
          "\u00a0",
          "\u2028",
          "\n",
          "\r",
          "A",
          "a-c",
          "aaab",
          "ab",
          "\ud83d\ude00",
          "S");

  @TempDir Path folder;

  @Test
  void routesAndRegularExpressionsAreAsInAlertmanager() throws IOException {
    Browser browser = Browser.find().orElse(null);
    assumeTrue(browser != null, "no chromium or google-chrome on the PATH");
    AlertmanagerConfig config = config();
    List<Labels> alerts = alerts();
    StringBuilder page = new StringBuilder();
    new RoutePage(config).write(page);
    page.insert(page.lastIndexOf("</body>"), script(alerts));
    Path file = Files.writeString(folder.resolve("routes.html"), page);
    Path profile = Files.createDirectory(folder.resolve("profile"));

    String document =
        browser.document(
            file, "alertname%3DGPUHot%20severity%3Dcritical%20team%3Dml-platform", profile);

    assertThat(results(document, "ways"))
        .isEqualTo(
            String.join(
                ";",
                alerts.stream()
                    .map(alert -> String.join(",", RouteWalk.of(config.route(), alert).receivers()))
                    .toList()));
    assertThat(results(document, "matches")).isEqualTo(expectedMatches());
    assertThat(document)
        .contains("<b>pagerduty-critical, slack-critical, slack-ml-team-urgent</b>")
        .contains("class=\"row matched selected\"")
        .contains("severity is \"critical\"")
        .contains("not tried: line 31 matched and does not continue");
  }

  private static AlertmanagerConfig config() throws IOException {
    String text = Files.readString(Repository.file(CONFIG));
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
        .loaded()
        .get()
        .orElseThrow();
  }

  private static List<Labels> alerts() {
    List<Labels> alerts = new ArrayList<>();
    for (String name : List.of("GPUHot", "GPU", "Slow", "")) {
      for (String severity : List.of("critical", "warning", "info", "")) {
        for (String team : List.of("ml-platform", "data-engineering", "infrastructure", "")) {
          alerts.add(Labels.of("alertname", name, "severity", severity, "team", team));
        }
      }
    }
    return alerts;
  }

  private static String script(List<Labels> alerts) {
    StringBuilder data = new StringBuilder();
    Json json = Json.compact(data);
    json.object().name("alerts").array();
    for (Labels alert : alerts) {
      json.value(alert.toString());
    }
    json.end().name("regexes").array();
    REGEXES.forEach(regex -> json.value(EcmaRegex.anchored(regex).orElseThrow()));
    json.end().name("values").array();
    VALUES.forEach(json::value);
    json.end().end();
    return """
    <pre id="ways"></pre><pre id="matches"></pre><script>
    const cases = %s;
    document.getElementById("ways").textContent = cases.alerts.map(function (alert) {
      return walk(parse(alert)).selected.map(function (r) { return r.receiver; }).join(",");
    }).join(";");
    document.getElementById("matches").textContent = cases.regexes.map(function (regex) {
      const compiled = new RegExp(regex, "u");
      return cases.values.map(function (v) { return compiled.test(v) ? "1" : "0"; }).join("");
    }).join(";");
    </script>
    """
        .formatted(data.toString().replace("<", "\\u003c"));
  }

  private static String expectedMatches() {
    List<String> rows = new ArrayList<>();
    for (String regex : REGEXES) {
      Matcher matcher = Matcher.of("x", Operator.REGEX, regex);
      StringBuilder row = new StringBuilder();
      VALUES.forEach(value -> row.append(matcher.matches(value) ? '1' : '0'));
      rows.add(row.toString());
    }
    return String.join(";", rows);
  }

  private static String results(String document, String id) {
    String opening = "<pre id=\"" + id + "\">";
    int start = document.indexOf(opening);
    assertThat(start).as("results of %s in the page", id).isNotNegative();
    return document.substring(start + opening.length(), document.indexOf("</pre>", start));
  }
}
