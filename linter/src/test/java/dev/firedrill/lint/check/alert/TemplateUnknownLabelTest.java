package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateUnknownLabelTest {
  private static final LintCase CASE = LintCase.of("template/unknown-label");

  private static String rule(String expr, String summary) {
    return alert("expr: '" + expr + "'", "annotations:", "  summary: '" + summary + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum(x) > 1 | {{ $labels.instance }}",
        "sum by (job) (x) > 1 | {{ .Labels.instance }}",
        "sum without (instance) (x) > 1 | {{ index $labels \"instance\" }}",
        "absent(x{job=\"a\"}) | {{ $labels.instance }}",
        "vector(1) | {{ $labels.instance }}",
        "x / on (job) y > 1 | {{ toUpper $labels.instance }}",
        "sum by (job) (x) * on (job) group_left (pod) y > 1 | {{ with $x := 1 }}{{ $labels.instance"
            + " }}{{ end }}",
        "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m]))) > 1 | {{ $labels.instance }}",
      })
  void reportsLabelsThatAreDropped(String expr, String summary) {
    assertThat(CASE.findings(rule(expr, summary)))
        .singleElement()
        .asString()
        .contains("error: the result of the expression has no label `instance`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x > 1 | {{ $labels.instance }}",
        "sum by (instance) (x) > 1 | {{ $labels.instance }}",
        "topk(3, x) > 1 | {{ $labels.instance }}",
        "absent(x{instance=\"a\"}) | {{ $labels.instance }}",
        "sum(x) > 1 | {{ if $labels.instance }}{{ $labels.instance }}{{ end }}",
        "sum by (pod) (x) * on (pod) group_left (instance) y > 1 | {{ $labels.instance }}",
        "sum(x) > 1 | {{ range query \"up\" }}{{ .Labels.instance }}{{ end }}",
        "sum(x) > 1 | {{ $externalLabels.instance }}",
        "sum(x) > 1 or y | {{ $labels.instance }}",
      })
  void acceptsLabelsThatMayBeThere(String expr, String summary) {
    assertThat(CASE.findings(rule(expr, summary))).isEmpty();
  }

  @Test
  void saysWhereTheLabelIsLostAndWhatIsCarried() {
    Diagnostic found =
        CASE.diagnostics(rule("sum by (job, node) (x) > 1", "{{ $labels.nod }} {{ $labels.nod }}"))
            .getFirst();
    assertThat(found.notes().getFirst().message()).isEqualTo("it carries only job, node");
    assertThat(found.notes()).hasSize(2);
    assertThat(found.help()).isEqualTo("did you mean `node`?");
  }

  @Test
  void looksThroughRecords() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: job:errors:rate5m
            expr: sum by (job) (rate(errors_total[5m]))
            labels: {team: ml}
          - alert: A
            expr: job:errors:rate5m > 1
            annotations: {summary: '{{ $labels.job }} {{ $labels.team }} {{ $labels.pod }}'}
        """;
    assertThat(CASE.findings(rules))
        .containsExactly("9:69 error: the result of the expression has no label `pod`");
  }
}
