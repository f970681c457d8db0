package dev.firedrill.cli.setup;

import dev.firedrill.settings.FileGlob;
import dev.firedrill.settings.StackFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of a first `.firedrill.yml`, from the files that were found.
final class StarterSettings {
  private final Path folder;
  private final StringBuilder text = new StringBuilder();

  private StarterSettings(Path folder) {
    this.folder = folder;
  }

  /// {@return the settings}
  ///
  /// @param folder where they will stand, as an absolute path
  /// @param tests further test files that will be there
  static String of(Path folder, StackFiles files, List<Path> tests) {
    StarterSettings settings = new StarterSettings(folder);
    List<Path> allTests = new ArrayList<>(files.tests());
    allTests.addAll(tests);
    settings.write(files, allTests);
    return settings.text.toString();
  }

  private void write(StackFiles files, List<Path> tests) {
    text.append(
        "# Settings of Firedrill. A stack is what one Prometheus and its Alertmanager load.\n");
    text.append("stacks:\n  ").append(name()).append(":\n");
    list("rules", files.rules(), StarterPatterns.RULES);
    list("tests", tests, StarterPatterns.TESTS);
    one("prometheus", files.prometheus());
    one("alertmanager", files.alertmanager());
    list("templates", files.templates(), StarterPatterns.TEMPLATES);
    list("data", files.data(), StarterPatterns.DATA);
    text.append("lint:\n");
    text.append("  preset: recommended   # or strict\n");
    text.append("  checks: {}            # such as for/missing: off; `rules lint --list-checks`\n");
  }

  private String name() {
    String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "main" : plain;
  }

  private void list(String key, List<Path> files, StarterPatterns kind) {
    List<String> patterns = patterns(files, kind);
    if (patterns.isEmpty()) {
      return;
    }
    boolean all = patterns.stream().allMatch(FileGlob::isPattern);
    String remark = all ? "" : "   # what is added beside these is to be added here, too";
    text.append("    ").append(key).append(':').append(remark).append('\n');
    for (String pattern : patterns) {
      text.append("    - ").append(quoted(pattern)).append('\n');
    }
  }

  private void one(String key, @Nullable Path file) {
    if (file != null) {
      text.append("    ").append(key).append(": ").append(quoted(shown(file))).append('\n');
    }
  }

  // By patterns, so that files which are added later belong to the stack, too.
  private List<String> patterns(List<Path> files, StarterPatterns kind) {
    Set<String> known = new LinkedHashSet<>();
    files.forEach(file -> known.add(shown(file)));
    Set<String> patterns = new LinkedHashSet<>();
    Set<String> covered = new HashSet<>();
    for (String path : known) {
      if (covered.contains(path)) {
        continue;
      }
      for (String pattern : kind.candidates(path)) {
        List<String> matches =
            FileGlob.of(pattern).files(folder).stream().map(this::shown).toList();
        if (pattern.equals(path) || known.containsAll(matches)) {
          patterns.add(pattern);
          covered.addAll(matches);
          break;
        }
      }
    }
    return List.copyOf(patterns);
  }

  private String shown(Path file) {
    return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private static String quoted(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-".indexOf(c) < 0) {
        return "'" + path.replace("'", "''") + "'";
      }
    }
    return path;
  }
}
