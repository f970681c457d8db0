package dev.firedrill.cli.option;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.labels.Re2;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which tests are run: the files and `--run`.
public final class TestChoiceOptions {
  private final Values files;
  private final Values names;

  /// Declares the arguments and the option.
  ///
  /// @param label of the arguments, for help
  /// @param help what files they are
  public TestChoiceOptions(Options options, String label, String help) {
    files = options.arguments(label, help);
    names = options.values("--run", "REGEX", "run tests whose names match; may be repeated");
    options.whenParsed(this::wanted);
  }

  /// {@return the files as given}
  public List<String> files() {
    return files.get();
  }

  /// {@return the files, by default those of the settings' tests, else of this folder}
  public List<InputFile> selected(Session session, ProjectOptions project) throws IOException {
    if (!files.get().isEmpty()) {
      return PathSelection.of(session, files.get());
    }
    List<InputFile> found = new ArrayList<>();
    for (String file : project.files(session, StackPart.TESTS)) {
      found.add(new InputFile(file, false));
    }
    return found.isEmpty() ? PathSelection.of(session, List.of(".")) : found;
  }

  /// {@return the regular expressions of `--run`, as given}
  public List<String> names() {
    return names.get();
  }

  /// {@return whether a test of a name is to be run}
  /// @throws UsageException where a regular expression is none
  public Predicate<String> wanted() {
    List<Pattern> patterns = new ArrayList<>();
    for (String name : names.get()) {
      try {
        patterns.add(Re2.compile(name, 0));
      } catch (PatternSyntaxException e) {
        throw new UsageException("--run '" + name + "': " + e.getMessage());
      }
    }
    return name ->
        patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }
}
