package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
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
/// that a search found, only if it is one.
///
/// @param readings of each rule file
/// @param skipped files of other kinds
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
      if (kind == FileKind.TEMPLATED || !(kind.holdsRules() || file.named())) {
        skipped.add(new SkippedFile(file.path(), kind));
      } else {
        readings.add(RuleFiles.read(stream, options));
      }
    }
    return new RuleInputs(readings, skipped);
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
