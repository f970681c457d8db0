package dev.firedrill.lint;

import static dev.firedrill.diagnostic.Severity.ERROR;
import static dev.firedrill.diagnostic.Severity.INFO;
import static dev.firedrill.diagnostic.Severity.WARNING;

import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.RuleDialect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is known of findings that no [Check] makes: they come up while files are read.
public final class ReaderChecks {
  private static final Parameter<List<String>> DIALECTS =
      Parameter.words(
          "dialects",
          Arrays.stream(RuleDialect.values()).map(RuleDialect::word).toList(),
          "whose further fields are passed over: thanos, mimir, loki, victoriametrics");

  private static final CheckInfo UNKNOWN_FIELD =
      CheckInfo.of(
          "yaml/unknown-field", ERROR, "field that nobody reads, with the nearest known", DIALECTS);

  static final List<CheckInfo> ALL =
      List.of(
          of("baseline/invalid", ERROR, "file that is no baseline"),
          of("baseline/obsolete", INFO, "finding of a baseline that is no longer there"),
          of("file/documents", WARNING, "more documents than Prometheus reads"),
          of("file/not-rules", INFO, "file given by name that holds no rule groups"),
          of("group/duplicate-name", ERROR, "two groups of one name in a file"),
          of("inhibit/invalid", ERROR, "inhibition rule that Alertmanager rejects"),
          of("interval/duplicate-name", ERROR, "two time intervals of one name"),
          of("interval/invalid", ERROR, "time interval that Alertmanager rejects"),
          of("label/invalid", ERROR, "label name or value that Prometheus rejects"),
          of("matcher/syntax", ERROR, "matcher of alerts that does not parse"),
          of("prometheus/invalid", ERROR, "prometheus.yml that Prometheus rejects"),
          of("promql/syntax", ERROR, "expression that does not parse"),
          of("receiver/duplicate-name", ERROR, "two receivers of one name"),
          of("receiver/incomplete", ERROR, "integration without a field that it needs"),
          of("receiver/invalid", ERROR, "integration that Alertmanager rejects"),
          of("route/invalid", ERROR, "route that Alertmanager rejects"),
          of("route/undefined-receiver", ERROR, "route to a receiver or interval there is none of"),
          of("route-test/invalid", ERROR, "route test that is not understood"),
          of("rule/invalid", ERROR, "rule or group that Prometheus rejects"),
          of("rule/lost-record", ERROR, "reads a record that a change takes away"),
          of("scenario/invalid", ERROR, "notification scenario that is not understood"),
          of("settings/invalid", ERROR, "settings that are not understood"),
          of("silence/invalid", ERROR, "silence that Alertmanager would not take"),
          of("suppression/expired", WARNING, "comment whose date has passed"),
          of("suppression/unused", WARNING, "comment that silences nothing"),
          of("template/syntax", ERROR, "template that does not parse"),
          of("test/eval-order", ERROR, "group that the evaluation order names twice"),
          of("test/expectation", ERROR, "expectation that expects nothing, or what cannot be"),
          of("test/file", ERROR, "file without unit tests given to `rules test`"),
          of("test/input-series", WARNING, "input series that never reaches the rules"),
          of("test/kind", ERROR, "unit tests of a kind that is unknown"),
          of("test/no-assertion", WARNING, "unit test that expects nothing"),
          of("test/notification", ERROR, "expected notification that cannot be looked for"),
          of("test/off-grid", WARNING, "time at which no rule is evaluated"),
          of("test/regex", ERROR, "regular expression of a unit test that does not compile"),
          of("test/rule-files", WARNING, "pattern that matches no rule file"),
          of("test/selector", ERROR, "selector of a unit test that does not parse"),
          of("test/shadowed", WARNING, "expectation that says no more than another"),
          of("test/template", ERROR, "template of input series that does not expand"),
          of("test/unknown-alert", WARNING, "alert name that no rule has"),
          of("test/unread-series", WARNING, "input series that no rule reads"),
          of("test/window", ERROR, "times of an expectation that are not understood"),
          of("variable/syntax", ERROR, "line of an environment file that is no NAME=value"),
          of("yaml/duplicate-key", ERROR, "the same key twice in a mapping"),
          of("yaml/limit", ERROR, "YAML that is nested too deep or grows too large"),
          of("yaml/missing-field", ERROR, "mapping without a field that it needs"),
          of("yaml/syntax", ERROR, "YAML that does not parse"),
          of("yaml/type", ERROR, "list or mapping where a scalar is wanted, or the reverse"),
          UNKNOWN_FIELD,
          of("yaml/unresolved-variable", INFO, "variable that nothing is known of"),
          of("yaml/value", ERROR, "value that its field does not take"));

  private ReaderChecks() {}

  private static CheckInfo of(String id, Severity severity, String summary) {
    return CheckInfo.of(id, severity, summary);
  }

  /// {@return the programs whose further fields are passed over, as settings name them}
  public static Set<RuleDialect> dialects(ScopedSettings settings) {
    EnumSet<RuleDialect> dialects = EnumSet.noneOf(RuleDialect.class);
    List<String> words = settings.base().get(UNKNOWN_FIELD.id(), DIALECTS);
    for (RuleDialect dialect : RuleDialect.values()) {
      if (words.contains(dialect.word())) {
        dialects.add(dialect);
      }
    }
    return dialects;
  }
}
