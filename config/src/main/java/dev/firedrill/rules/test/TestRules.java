package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FileNames;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.RuleProblem;
import dev.firedrill.rules.RuleReading;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The rules that a unit-test file is about.
///
/// @param groups in the order of the files
/// @param diagnostics what Prometheus would reject in them, and warnings of patterns that match
///     nothing; rules with errors must not be tested
public record TestRules(List<RuleGroup> groups, List<Diagnostic> diagnostics) {
  private static final String MISSING = "test/rule-files";

  public TestRules {
    groups = List.copyOf(groups);
    diagnostics = List.copyOf(diagnostics);
  }

  /// {@return whether each pattern matches a file}
  public boolean whole() {
    return diagnostics.stream().noneMatch(found -> found.check().equals(MISSING));
  }

  /// Reads the rule files of a unit-test file.
  ///
  /// @param directory what the path of the test file is relative to
  public static TestRules read(UnitTestFile file, Path directory, RuleFileOptions options) {
    return read(file, directory, new RuleFileCache(options));
  }

  /// Reads the rule files of a unit-test file.
  ///
  /// @param directory what the path of the test file is relative to
  /// @param cache reads each file once
  public static TestRules read(UnitTestFile file, Path directory, RuleFileCache cache) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>();
    for (SourceText pattern : file.ruleFiles()) {
      find(file, pattern, directory, paths, diagnostics);
    }
    List<RuleGroup> groups = new ArrayList<>();
    for (String path : paths) {
      read(file, directory.resolve(path), path, cache, groups, diagnostics);
    }
    return new TestRules(groups, diagnostics);
  }

  /// {@return the paths of the rule files of a unit-test file, whether or not they can be read}
  /// @param directory what the path of the test file is relative to
  public static List<String> files(UnitTestFile file, Path directory) {
    Set<String> paths = new LinkedHashSet<>();
    for (SourceText pattern : file.ruleFiles()) {
      find(file, pattern, directory, paths, new ArrayList<>());
    }
    return List.copyOf(paths);
  }

  /// {@return whether there are errors}
  public boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private static void find(
      UnitTestFile file,
      SourceText pattern,
      Path directory,
      Set<String> paths,
      List<Diagnostic> diagnostics) {
    String text = pattern.text();
    String joined = joined(file, text);
    try {
      List<String> found = new GoGlob(directory).files(joined);
      paths.addAll(found);
      if (found.isEmpty()) {
        boolean own = pattern.file().equals(file.source());
        diagnostics.add(
            Diagnostic.of(
                    MISSING,
                    Severity.WARNING,
                    "no rule file matches '" + (own ? text : joined) + "'",
                    pattern.location())
                .withHelp(
                    "patterns are relative to the folder of "
                        + (own ? "the test file" : "this configuration")));
      }
    } catch (IllegalArgumentException e) {
      String problem = "'" + text + "': " + e.getMessage();
      diagnostics.add(Diagnostic.error(MISSING, problem, pattern.location()));
    }
  }

  /// As Go joins paths: the current folder is a dot, and nothing stays nothing.
  private static String joined(UnitTestFile file, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    Path joined = Path.of(file.source().path()).resolveSibling(pattern).normalize();
    return joined.toString().isEmpty() ? "." : joined.toString();
  }

  private static void read(
      UnitTestFile file,
      Path place,
      String path,
      RuleFileCache cache,
      List<RuleGroup> groups,
      List<Diagnostic> diagnostics) {
    try {
      RuleReading reading = cache.read(place, path);
      for (RuleProblem problem : reading.problems()) {
        if (problem.stage() != RuleProblem.Stage.REMARK) {
          diagnostics.add(problem.diagnostic().withSeverity(Severity.ERROR));
        } else if (problem.diagnostic().check().equals(RuleFiles.UNREAD)) {
          diagnostics.add(problem.diagnostic());
        }
      }
      RuleFile rules = reading.file();
      if (rules != null) {
        groups.addAll(rules.groups());
      }
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error(
              MISSING,
              "cannot read rule file '" + path + "': " + reason(place, e),
              file.ruleFiles().getFirst().location()));
    }
  }

  private static String reason(Path place, IOException e) {
    if (Files.isDirectory(place)) {
      return "it is a folder";
    }
    boolean denied = e instanceof AccessDeniedException;
    return FileNames.isLost(place.toString())
        ? FileNames.lost()
        : denied ? "permission denied" : String.valueOf(e.getMessage());
  }
}
