package dev.firedrill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelabelReaderTest {
  private static PrometheusReading read(String rule) {
    return PrometheusReader.readAsPrometheus(
        SourceFile.of("prometheus.yml", "alerting:\n  alert_relabel_configs:\n  - " + rule + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "null # empty or null alert relabeling rule",
        "{action: foo} # unknown relabel action \"foo\"",
        "{action: ''} # unknown relabel action \"\"",
        "{action: replace} # relabel configuration for replace action requires 'target_label'"
            + " value",
        "{action: hashmod, target_label: a} "
            + "# relabel configuration for hashmod requires non-zero modulus",
        "{action: hashmod, modulus: 1} "
            + "# relabel configuration for hashmod action requires 'target_label' value",
        "{regex: '(()', target_label: a} "
            + "# error parsing regexp: missing closing ): `^(?s:(())$`",
        "{action: lowercase, target_label: a, replacement: b} "
            + "# 'replacement' can not be set for lowercase action",
        "{action: keepequal, target_label: a, source_labels: [b], separator: x} "
            + "# keepequal action requires only 'source_labels' and `target_label`, and no other"
            + " fields",
        "{action: dropequal, target_label: a, source_labels: [b], regex: x} "
            + "# dropequal action requires only 'source_labels' and `target_label`, and no other"
            + " fields",
        "{action: labeldrop, source_labels: [b]} "
            + "# labeldrop action requires only 'regex', and no other fields",
        "{action: labelkeep, source_labels: [], regex: x} "
            + "# labelkeep action requires only 'regex', and no other fields",
        "{action: labelmap, replacement: ''} # \"\" is invalid 'replacement' for labelmap action",
        "{source_labels: [''], target_label: a} # \"\" is not a valid label name",
      })
  void refusesWithPrometheussWords(String rule, String refusal) {
    assertThat(read(rule).refusal()).contains(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "{source_labels: a, target_label: a} # cannot unmarshal !!str `a` into model.LabelNames",
        "{target_label: a, foo: b} # field foo not found in type relabel.plain",
        "x # cannot unmarshal !!str `x` into relabel.plain",
        "{action: hashmod, modulus: -1, target_label: a} "
            + "# cannot unmarshal !!int `-1` into uint64",
        "{action: hashmod, modulus: x, target_label: a} # cannot unmarshal !!str `x` into uint64",
      })
  void collectsWrongTypes(String rule, String refusal) {
    assertThat(read(rule).refusal()).contains("yaml: unmarshal errors:\n  line 3: " + refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{action: REPLACE, target_label: a, regex: null, modulus: 1.5}",
        "{target_label: 'a b', replacement: ''}",
        "{action: labelmap}",
        "{action: keepequal, source_labels: [a], target_label: b}",
        "{action: labeldrop, regex: a, separator: ;, replacement: $1}",
      })
  void takesWhatPrometheusTakes(String rule) {
    PrometheusReading reading = read(rule);
    assertThat(reading.refusal()).isEmpty();
    assertThat(reading.loaded().get().orElseThrow().alertRelabelConfigs()).hasSize(1);
  }

  @Test
  void saysWhereAndWhatToDo() {
    List<Diagnostic> found = read("{target_label: a, action: labeldrp}").loaded().diagnostics();
    assertThat(found)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.location().start().column()).isEqualTo(31);
              assertThat(each.help()).isEqualTo("did you mean labeldrop?");
            });
  }

  @Test
  void refusesUnknownFieldsOfAlerting() {
    assertThat(
            PrometheusReader.readAsPrometheus(
                    SourceFile.of("p.yml", "alerting:\n  alert_relabel_config: []\n"))
                .refusal())
        .contains(
            "yaml: unmarshal errors:\n"
                + "  line 2: field alert_relabel_config not found in type config.plain");
  }
}
