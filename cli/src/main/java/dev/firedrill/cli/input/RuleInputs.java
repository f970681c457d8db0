package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleProblem;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rule files that were read, and what was met beside them.
///
/// A file that the user named is read as a rule file unless it is a template for Helm or Jinja; one
/// that a search found, only if it is one. A template that a search found may hold rules that
/// nobody looked at, so it is named; other files that are none of ours are not.
///
/// @param readings of each rule file
/// @param skipped templates, which hold no YAML until they are rendered
public record RuleInputs(List<RuleReading> readings, List<SkippedFile> skipped) {
  public RuleInputs {
    readings = List.copyOf(readings);
    skipped = List.copyOf(skipped);
  }

  /// Reads files.
  public static RuleInputs read(Session session, List<InputFile> files, RuleFileOptions options)
      throws IOException {
    List<RuleReading> readings = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (InputFile file : files) {
      SourceFile source = file.read(session);
      YamlStream stream = Yaml.read(source, YamlDialect.GO_V3);
      FileKind kind = FileKind.of(stream);
      if (kind == FileKind.TEMPLATED) {
        skipped.add(new SkippedFile(file.path(), kind));
      } else if (kind.holdsRules() || file.named()) {
        readings.add(RuleFiles.read(stream, options));
      }
    }
    return new RuleInputs(readings, skipped);
  }

  /// {@return these without the files that clearly are something else, such as Alertmanager's
  ///     configuration; what Prometheus would say of those helps nobody}
  public RuleInputs withoutForeign() {
    return new RuleInputs(
        readings.stream().filter(reading -> !isForeign(reading.kind())).toList(), skipped);
  }

  /// {@return a remark for each file that clearly is something else}
  public List<Diagnostic> foreign() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RuleReading reading : readings) {
      if (isForeign(reading.kind())) {
        String message = "holds no rules: this is of the kind " + reading.kind().title();
        Location place = new Location(reading.source(), Span.at(0));
        diagnostics.add(Diagnostic.of("file/not-rules", Severity.INFO, message, place));
      }
    }
    return diagnostics;
  }

  private static boolean isForeign(FileKind kind) {
    return switch (kind) {
      case RULES, PROMETHEUS_RULE, EMPTY, OTHER, TEMPLATED -> false;
      case RULE_TESTS,
          ALERTMANAGER,
          ALERTMANAGER_RESOURCE,
          ROUTE_TESTS,
          SCENARIO,
          PROMETHEUS,
          SETTINGS,
          KUBERNETES ->
          true;
    };
  }

  /// {@return the rule files, as far as they could be read}
  public List<RuleFile> files() {
    List<RuleFile> files = new ArrayList<>();
    for (RuleReading reading : readings) {
      RuleFile file = reading.file();
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /// {@return what Prometheus would reject or warn of, in the order of the files}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RuleReading reading : readings) {
      for (RuleProblem problem : reading.problems()) {
        diagnostics.add(problem.diagnostic());
      }
    }
    return diagnostics;
  }

  /// {@return how many rules the files hold}
  public int ruleCount() {
    int count = 0;
    for (RuleFile file : files()) {
      count += file.rules().size();
    }
    return count;
  }
}
