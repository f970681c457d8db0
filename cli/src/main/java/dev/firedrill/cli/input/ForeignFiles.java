package dev.firedrill.cli.input;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files that are taken for rule files and are none.
final class ForeignFiles {
  private ForeignFiles() {}

  /// {@return what a file is that was read as a rule file}
  static FileKind kind(RuleReading reading) {
    if (reading.isLoki()) {
      return FileKind.LOKI;
    }
    // Of YAML that is broken from the start nobody can tell what it is.
    return reading.kind() == FileKind.OTHER && reading.file() == null
        ? FileKind.RULES
        : reading.kind();
  }

  /// {@return what to say of a file that somebody named; empty where it holds groups of rules}
  ///
  /// @param reading null where it was not read as a rule file
  static Optional<Diagnostic> remark(
      SourceFile source, FileKind kind, @Nullable RuleReading reading) {
    FileKind real = reading == null ? kind : kind(reading);
    String message =
        switch (real) {
          case TEMPLATED ->
              "holds no rules before it is rendered: this is a Helm or Jinja template";
          case LOKI -> "holds rules of Loki: its expressions are LogQL";
          case OTHER -> "holds no rule groups";
          case RULES, PROMETHEUS_RULE, EMPTY -> isEmpty(reading) ? "holds no rule groups" : "";
          case RULE_TESTS,
              ALERTMANAGER,
              ALERTMANAGER_RESOURCE,
              ROUTE_TESTS,
              SCENARIO,
              SILENCES,
              INCIDENTS,
              COMPOSE,
              GRAFANA,
              PROMETHEUS,
              SETTINGS,
              KUBERNETES ->
              "holds no rules: this is of the kind " + real.title();
        };
    return message.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                SkippedFile.CHECK, Severity.INFO, message, new Location(source, Span.at(0))));
  }

  // Where something is wrong, that is what is to be said.
  private static boolean isEmpty(@Nullable RuleReading reading) {
    RuleFile file = reading == null ? null : reading.file();
    return file != null
        && file.groups().isEmpty()
        && reading != null
        && reading.problems().isEmpty();
  }
}
