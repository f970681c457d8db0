package dev.firedrill.cli.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the `.gitignore` files of a folder and of those above it leave out, as Git reads them.
final class IgnoreRules {
  private final @Nullable IgnoreRules above;
  private final Path folder;
  private final List<Pattern> patterns;

  private IgnoreRules(@Nullable IgnoreRules above, Path folder, List<Pattern> patterns) {
    this.above = above;
    this.folder = folder;
    this.patterns = patterns;
  }

  /// {@return the rules that hold in a folder where a search starts: its own and those up to the
  /// root of its Git repository; outside of a repository, only its own}
  static IgnoreRules startingAt(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    List<Path> chain = new ArrayList<>();
    for (Path each = absolute; each != null; each = each.getParent()) {
      chain.addFirst(each);
      if (Files.exists(each.resolve(".git"))) {
        return read(chain);
      }
    }
    return read(List.of(absolute));
  }

  private static IgnoreRules read(List<Path> chain) throws IOException {
    IgnoreRules rules = null;
    for (Path folder : chain) {
      rules = new IgnoreRules(rules, folder, patterns(folder));
    }
    if (rules == null) {
      throw new IllegalArgumentException("no folder");
    }
    return rules;
  }

  /// {@return the rules that hold in a folder directly below}
  IgnoreRules below(Path name) throws IOException {
    Path next = folder.resolve(name);
    return new IgnoreRules(this, next, patterns(next));
  }

  /// {@return whether an entry of this folder is left out}
  /// @param name as the folder lists it, in the system's own bytes
  boolean ignores(Path name, boolean isFolder) {
    Path path = folder.resolve(name);
    for (IgnoreRules rules = this; rules != null; rules = rules.above) {
      String relative = rules.folder.relativize(path).toString();
      for (int i = rules.patterns.size() - 1; i >= 0; i--) {
        Pattern pattern = rules.patterns.get(i);
        if (pattern.matches(relative, isFolder)) {
          return !pattern.negated();
        }
      }
    }
    return false;
  }

  private static List<Pattern> patterns(Path folder) throws IOException {
    // The repository's own list counts less than any file in its folders.
    List<Pattern> patterns = new ArrayList<>(read(folder.resolve(".git/info/exclude")));
    patterns.addAll(read(folder.resolve(".gitignore")));
    return patterns;
  }

  private static List<Pattern> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<Pattern> patterns = new ArrayList<>();
    for (String line :
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\r?\n", -1)) {
      Pattern pattern = Pattern.of(line);
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  /// One line.
  private record Pattern(String glob, boolean negated, boolean foldersOnly, boolean anchored) {
    static @Nullable Pattern of(String line) {
      String glob = line.endsWith("\\ ") ? line : line.stripTrailing();
      if (glob.isEmpty() || glob.startsWith("#")) {
        return null;
      }
      boolean negated = glob.startsWith("!");
      if (negated) {
        glob = glob.substring(1);
      }
      boolean foldersOnly = glob.endsWith("/");
      if (foldersOnly) {
        glob = glob.substring(0, glob.length() - 1);
      }
      boolean anchored = glob.contains("/");
      if (glob.startsWith("/")) {
        glob = glob.substring(1);
      }
      return new Pattern(glob, negated, foldersOnly, anchored);
    }

    boolean matches(String relative, boolean isFolder) {
      if (foldersOnly && !isFolder) {
        return false;
      }
      String subject = anchored ? relative : relative.substring(relative.lastIndexOf('/') + 1);
      return Wildcards.matches(glob, subject);
    }
  }
}
