package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleProblem;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.rules.edit.RuleFormat;
import dev.firedrill.rules.edit.RuleFormat.Formatted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rule files with their expressions formatted.
///
/// @param files those that could be read, in the order given
/// @param skipped templates, which hold no YAML until they are rendered
/// @param unreadable why files were left alone as a whole
/// @param remarks what else there is to say
public record FormatRun(
    List<Formatted> files,
    List<SkippedFile> skipped,
    List<Diagnostic> unreadable,
    List<Diagnostic> remarks) {
  public FormatRun {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
    remarks = List.copyOf(remarks);
  }

  /// Formats files, and writes nothing.
  ///
  /// @param options how the files were read
  public static FormatRun of(RuleInputs inputs, RuleFormat format, RuleFileOptions options) {
    List<Formatted> files = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>(inputs.remarks());
    RuleInputs own = inputs.withoutForeign();
    for (RuleReading reading : own.readings()) {
      RuleFile file = reading.file();
      List<Diagnostic> errors = errors(reading);
      for (RuleProblem problem : reading.problems()) {
        // What Prometheus does not read is not formatted.
        if (problem.diagnostic().check().equals(RuleFiles.UNREAD)) {
          remarks.add(problem.diagnostic());
        }
      }
      unreadable.addAll(errors);
      if (file != null && errors.isEmpty()) {
        Formatted formatted = format.format(file, options);
        files.add(formatted);
        remarks.addAll(formatted.remarks());
      }
    }
    return new FormatRun(files, own.skipped(), unreadable, remarks);
  }

  private static List<Diagnostic> errors(RuleReading reading) {
    List<Diagnostic> errors = new ArrayList<>();
    for (RuleProblem problem : reading.problems()) {
      String check = problem.diagnostic().check();
      if (check.equals("yaml/syntax") || check.equals("yaml/limit")) {
        errors.add(problem.diagnostic());
      }
    }
    RuleFile file = reading.file();
    for (Rule rule : file == null ? List.<Rule>of() : file.rules()) {
      if (rule.expr().scalar() != null && rule.expr().result() instanceof Rejected rejected) {
        errors.addAll(rejected.diagnostics(rule.expr().source()));
      }
    }
    return errors;
  }

  /// Writes the files that changed, standard input aside.
  public void write(Session session) throws IOException {
    for (Formatted file : changed()) {
      if (!file.before().path().equals(InputFile.STANDARD_INPUT_NAME)) {
        AtomicFile.update(session, file.before(), file.after());
      }
    }
  }

  /// {@return the files that are not formatted yet}
  public List<Formatted> changed() {
    return files.stream().filter(file -> file.changed() > 0).toList();
  }

  /// {@return how many expressions are not formatted yet}
  public int expressions() {
    return files.stream().mapToInt(Formatted::changed).sum();
  }

  /// {@return standard input as it should be; empty where it was not read, or not understood}
  public Optional<SourceFile> standardInput() {
    return files.stream()
        .map(Formatted::after)
        .filter(file -> file.path().equals(InputFile.STANDARD_INPUT_NAME))
        .findFirst();
  }
}
