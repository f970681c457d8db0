package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTemplateTest {
  private static final RuleData DATA =
      new RuleData(
          Map.of("__name__", "up", "instance", "web-1:9100"),
          Map.of("region", "eu"),
          "https://prom.example",
          Value.of(0.25));

  @Test
  void givesLabelsValueAndWhatSurroundsThem() {
    assertThat(
            text(
                "{{ $labels.instance | stripPort }} {{ $labels.__name__ }} {{ $labels.gone }}"
                    + " {{ $value | humanizePercentage }} {{ .Value }} {{ $externalLabels.region }}"
                    + " {{ $externalURL }}{{ graphLink \"up\" }}"))
        .isEqualTo("web-1 up  25% 0.25 eu https://prom.example/graph?g0.expr=up&g0.tab=0");
  }

  @Test
  void leavesTextWithoutActionsAlone() {
    assertThat(text("}} 5% {")).isEqualTo("}} 5% {");
  }

  @Test
  void printsHistograms() {
    RuleData data =
        new RuleData(Map.of(), Map.of(), "", Environment.histogram("{count:3, sum:10}", 3, 10));
    assertThat(RuleTemplate.of("A", "{{ $value }}").expand(data, Environment.NONE).text())
        .isEqualTo("{count:3, sum:10}");
    assertThat(
            RuleTemplate.of("A", "{{ $value | humanize }}").expand(data, Environment.NONE).text())
        .contains("error calling humanize: can't convert *histogram.FloatHistogram to float");
  }

  @Test
  void carriesFailuresInTheText() {
    assertThat(text("{{ $value "))
        .isEqualTo(
            "<error expanding template: error parsing template __alert_Down:"
                + " template: __alert_Down:1: unclosed action>");
    assertThat(text("before {{ .Foo.Bar }}"))
        .isEqualTo(
            "<error expanding template: error executing template __alert_Down: template:"
                + " __alert_Down:1:126: executing \"__alert_Down\" at <.Foo.Bar>: can't evaluate"
                + " field Foo in type struct { Labels map[string]string; ExternalLabels"
                + " map[string]string; ExternalURL string; Value interface {} }>");
    RuleTemplate.Expansion url =
        RuleTemplate.of("Down", "{{ externalURL }}").expand(DATA, Environment.NONE);
    assertThat(url.failure())
        .hasValueSatisfying(
            error ->
                assertThat(error)
                    .endsWith(
                        "error calling externalURL: runtime error: invalid memory address or nil"
                            + " pointer dereference"));
  }

  private static String text(String template) {
    return RuleTemplate.of("Down", template).expand(DATA, Environment.NONE).text();
  }
}
