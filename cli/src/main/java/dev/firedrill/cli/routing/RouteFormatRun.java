package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.edit.RouteFormat;
import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RouteInputs;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Alertmanager configurations with their matchers in one form.
///
/// @param files in the order given
/// @param skipped files that are something else
public record RouteFormatRun(List<Formatted> files, List<SkippedFile> skipped) {
  public RouteFormatRun {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /// Formats files, and writes nothing.
  ///
  /// @param options how they are read
  public static RouteFormatRun of(RouteInputs inputs, AlertmanagerOptions options) {
    List<Formatted> files = new ArrayList<>();
    for (SourceFile file : inputs.files()) {
      files.add(RouteFormat.format(file, options));
    }
    return new RouteFormatRun(files, inputs.skipped());
  }

  /// Writes the files that changed, standard input aside.
  public void write(Session session) throws IOException {
    for (Formatted file : changed()) {
      if (!isStandardInput(file)) {
        AtomicFile.update(session, file.before(), file.after());
      }
    }
  }

  /// {@return the files that are not formatted yet}
  public List<Formatted> changed() {
    return files.stream().filter(file -> file.changed() > 0).toList();
  }

  /// {@return how many routes and sides of inhibition rules are not formatted yet}
  public int places() {
    return files.stream().mapToInt(Formatted::changed).sum();
  }

  /// {@return standard input as it should be; empty where it was not read}
  public Optional<SourceFile> standardInput() {
    return files.stream().filter(RouteFormatRun::isStandardInput).map(Formatted::after).findFirst();
  }

  private static boolean isStandardInput(Formatted file) {
    return file.before().path().equals(InputFile.STANDARD_INPUT_NAME);
  }

  /// {@return why files were left alone, as a whole or in part}
  public List<Diagnostic> findings() {
    List<Diagnostic> findings = new ArrayList<>();
    for (Formatted file : files) {
      findings.addAll(file.errors());
      findings.addAll(file.remarks());
    }
    return findings;
  }

  /// {@return whether a file was left alone for its errors}
  public boolean failed() {
    return files.stream().anyMatch(file -> !file.errors().isEmpty());
  }
}
