package dev.firedrill.cli.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteDiffTest {
  private static final RuleFile RULES =
      RuleFiles.read(
              SourceFile.of(
                  "r.yml",
                  """
                  groups:
                  - name: g
                    rules:
                    - {alert: Any, expr: up == 0}
                  """),
              RuleFileOptions.DEFAULT)
          .loaded()
          .get()
          .orElseThrow();

  @Test
  void aTreeInOtherWordsIsTheSame() {
    RouteDiff diff =
        diff(
            "[{matchers: ['a=~\"x|y\"'], receiver: p}, {matchers: [a=z], receiver: p}]",
            "[{matchers: ['a=~\"x|y|z\"'], receiver: q, routes: [{receiver: p}]}]");

    assertThat(diff.alerts()).isEqualTo(1);
    assertThat(diff.changes()).isEmpty();
  }

  @Test
  void namesTheLabelsOnWhichAChangeDepends() {
    RouteDiff diff =
        diff(
            "[{matchers: [a=x], receiver: p}]",
            "[{matchers: [a!=x, 'b=~\"y.*\"'], receiver: q}, {matchers: [a=x], receiver: p}]");

    assertThat(diff.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.conditions()).containsExactly("a!=\"x\"", "b=~\"y.*\"");
              assertThat(RouteChange.receivers(change.before())).containsExactly("d");
              assertThat(RouteChange.receivers(change.after())).containsExactly("q");
            });
  }

  @Test
  void comparesConditionsWhereTooManyLabelsMatter() {
    StringBuilder routes = new StringBuilder("[");
    for (int i = 0; i < 20; i++) {
      routes.append("{matchers: [a=x" + i + ", b=x" + i + ", c=x" + i + ", e=x" + i + "]}, ");
    }

    assertThat(diff(routes + "]", routes + "]").changes()).isEmpty();
    assertThat(diff(routes + "]", routes + "{matchers: [a=x1], receiver: p}]").changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.conditions())
                    .containsExactly("labels that are not known decide"));
  }

  private static RouteDiff diff(String before, String after) {
    return RouteDiff.of(config(before), config(after), List.of(RULES), OutgoingLabels.UNCHANGED);
  }

  private static AlertmanagerConfig config(String routes) {
    String text =
        "route: {receiver: d, routes: "
            + routes
            + "}\nreceivers: [{name: d}, {name: p}, {name: q}]\n";
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
        .loaded()
        .get()
        .orElseThrow();
  }
}
