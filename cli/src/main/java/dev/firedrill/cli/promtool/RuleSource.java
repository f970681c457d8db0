package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.PromtoolErrors;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.RuleReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A rule file as promtool takes it.
///
/// @param groups none where there are errors
/// @param errors as promtool prints them
/// @param onlyFirst whether there is more in the file than its first document
record RuleSource(List<RuleGroup> groups, List<String> errors, boolean onlyFirst) {
  RuleSource {
    groups = List.copyOf(groups);
    errors = List.copyOf(errors);
  }

  /// Reads a file.
  static RuleSource file(Session session, String path, RuleFileOptions options) {
    Path place = session.resolve(path);
    try {
      String text = ByteText.decode(Files.readAllBytes(place));
      return of(SourceFile.of(path, text), path + ": ", options);
    } catch (IOException e) {
      return new RuleSource(List.of(), List.of(path + ": " + GoFiles.problem(place, path)), false);
    }
  }

  /// Reads a text whose errors name no file.
  static RuleSource text(String text, RuleFileOptions options) {
    return of(SourceFile.of("standard input", text), "", options);
  }

  private static RuleSource of(SourceFile source, String prefix, RuleFileOptions options) {
    RuleReading reading = RuleFiles.readAsPromtool(source, options);
    List<String> errors = new ArrayList<>();
    if (reading.rejected()) {
      PromtoolErrors.of(reading).forEach(error -> errors.add(prefix + error));
    }
    RuleFile file = reading.file();
    List<RuleGroup> groups = file == null || !errors.isEmpty() ? List.of() : file.groups();
    return new RuleSource(groups, errors, reading.documents() > 1);
  }

  /// {@return how many rules there are}
  int rules() {
    int rules = 0;
    for (RuleGroup group : groups) {
      rules += group.rules().size();
    }
    return rules;
  }
}
