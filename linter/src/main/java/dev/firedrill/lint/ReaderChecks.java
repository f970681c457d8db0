package dev.firedrill.lint;

import static dev.firedrill.diagnostic.Severity.ERROR;
import static dev.firedrill.diagnostic.Severity.INFO;
import static dev.firedrill.diagnostic.Severity.WARNING;

import java.util.List;

/// What is known of findings that no [Check] makes: they come up while files are read.
final class ReaderChecks {
  static final List<CheckInfo> ALL =
      List.of(
          CheckInfo.of("baseline/invalid", ERROR, "file that is no baseline"),
          CheckInfo.of("baseline/obsolete", INFO, "finding of a baseline that is no longer there"),
          CheckInfo.of("file/documents", WARNING, "more documents than Prometheus reads"),
          CheckInfo.of("file/not-rules", INFO, "file given by name that holds no rule groups"),
          CheckInfo.of("group/duplicate-name", ERROR, "two groups of one name in a file"),
          CheckInfo.of("label/invalid", ERROR, "label name or value that Prometheus rejects"),
          CheckInfo.of("promql/syntax", ERROR, "expression that does not parse"),
          CheckInfo.of("rule/invalid", ERROR, "rule or group that Prometheus rejects"),
          CheckInfo.of("rule/lost-record", ERROR, "reads a record that a change takes away"),
          CheckInfo.of("suppression/expired", WARNING, "comment whose date has passed"),
          CheckInfo.of("suppression/unused", WARNING, "comment that silences nothing"),
          CheckInfo.of("template/syntax", ERROR, "template that does not parse"),
          CheckInfo.of("yaml/duplicate-key", ERROR, "the same key twice in a mapping"),
          CheckInfo.of("yaml/syntax", ERROR, "YAML that does not parse"),
          CheckInfo.of("yaml/type", ERROR, "list or mapping where a scalar is wanted, or reverse"),
          CheckInfo.of("yaml/unknown-field", ERROR, "field that nobody reads, with the nearest"));

  private ReaderChecks() {}
}
