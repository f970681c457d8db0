package dev.firedrill.cli.setup;

import dev.firedrill.settings.StackFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of a first `.firedrill.yml`, from the files that were found.
final class StarterSettings {
  // Folders with so many files of a kind are named by a pattern.
  private static final int MANY = 3;

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
    list("rules", files.rules());
    list("tests", tests);
    one("prometheus", files.prometheus());
    one("alertmanager", files.alertmanager());
    list("templates", files.templates());
    list("data", files.data());
    text.append("lint:\n");
    text.append("  preset: recommended   # or strict\n");
    text.append("  checks: {}            # such as for/missing: off; `rules lint --list-checks`\n");
  }

  private String name() {
    String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "main" : plain;
  }

  private void list(String key, List<Path> files) {
    List<String> patterns = patterns(files);
    if (patterns.isEmpty()) {
      return;
    }
    text.append("    ").append(key).append(":\n");
    for (String pattern : patterns) {
      text.append("    - ").append(quoted(pattern)).append('\n');
    }
  }

  private void one(String key, @Nullable Path file) {
    if (file != null) {
      text.append("    ").append(key).append(": ").append(quoted(shown(file))).append('\n');
    }
  }

  /// The files of a folder by one pattern where there are many, all of one ending.
  private List<String> patterns(List<Path> files) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Path file : files) {
      String path = shown(file);
      int slash = path.lastIndexOf('/');
      int dot = path.lastIndexOf('.');
      String ending = dot > slash ? path.substring(dot) : "";
      String test = path.endsWith("_test" + ending) ? "_test" : "";
      String pattern = path.substring(0, slash + 1) + "*" + test + ending;
      groups.computeIfAbsent(pattern, any -> new ArrayList<>()).add(path);
    }
    List<String> patterns = new ArrayList<>();
    groups.forEach(
        (pattern, paths) -> {
          boolean own = pattern.indexOf('/') > 0 && paths.size() >= MANY;
          patterns.addAll(own ? List.of(pattern) : paths);
        });
    return patterns;
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
