package dev.firedrill.cli.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// By which patterns settings may name the files of one kind.
///
/// @param folders words in the names of folders that are made for such files
/// @param suffixes ends of the names of such files, where they lie beside others, without the
///     ending
record StarterPatterns(List<String> folders, List<String> suffixes) {
  static final StarterPatterns RULES =
      new StarterPatterns(
          List.of("rule", "alert"),
          List.of(".rules", "_rules", "-rules", ".alerts", "_alerts", "-alerts"));
  static final StarterPatterns TESTS =
      new StarterPatterns(
          List.of("test"), List.of("_test", ".test", "-test", "_tests", ".tests", "-tests"));
  static final StarterPatterns TEMPLATES =
      new StarterPatterns(List.of("template", "tmpl"), List.of(""));
  static final StarterPatterns DATA =
      new StarterPatterns(List.of("record", "data", "series"), List.of(""));

  StarterPatterns {
    folders = List.copyOf(folders);
    suffixes = List.copyOf(suffixes);
  }

  /// {@return patterns that match a file, those first that match most; the last is the file itself}
  ///
  /// @param path with `/` between folders, relative to the settings
  List<String> candidates(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    String own = path.substring(0, slash + 1);
    String ending = dot > slash ? path.substring(dot) : "";
    String name = path.substring(slash + 1, path.length() - ending.length());
    List<String> candidates = new ArrayList<>();
    if (!own.isEmpty()) {
      candidates.add(madeFor(own) + "**/*" + ending);
      candidates.add(own + "**/*" + ending);
      candidates.add(own + "*" + ending);
    } else if (ending.equals(".rules")) {
      candidates.add("*.rules");
    }
    for (String suffix : suffixes) {
      if (name.endsWith(suffix)) {
        if (!own.isEmpty()) {
          candidates.add(own + "**/*" + suffix + ending);
        }
        candidates.add(own + "*" + suffix + ending);
      }
    }
    candidates.add(path);
    return candidates;
  }

  /// {@return the outermost folder whose name says that it is for such files; else the own one}
  private String madeFor(String own) {
    int start = 0;
    while (start < own.length()) {
      int end = own.indexOf('/', start);
      String name = own.substring(start, end).toLowerCase(Locale.ROOT);
      if (folders.stream().anyMatch(name::contains)) {
        return own.substring(0, end + 1);
      }
      start = end + 1;
    }
    return own;
  }
}
