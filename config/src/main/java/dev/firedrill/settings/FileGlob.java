package dev.firedrill.settings;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A pattern of file names: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for any number of folders, none
/// included.
///
/// A wildcard does not match a leading dot, and `**` does not follow links to folders.
public final class FileGlob {
  private static final String ANY_FOLDERS = "**";

  private final String text;
  private final List<List<String>> alternatives;

  private FileGlob(String text, List<List<String>> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /// {@return the pattern that `text` writes, with `/` between folders}
  public static FileGlob of(String text) {
    List<List<String>> alternatives = new ArrayList<>();
    for (String plain : withoutBraces(text)) {
      alternatives.add(List.of(plain.split("/+", -1)));
    }
    return new FileGlob(text, alternatives);
  }

  /// {@return whether a text has any wildcard at all}
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /// {@return whether a path matches}
  ///
  /// @param path relative to what the pattern is relative to, with `/` between folders
  public boolean matches(String path) {
    List<String> names = List.of(path.split("/+", -1));
    return alternatives.stream().anyMatch(parts -> matches(parts, names));
  }

  private static boolean matches(List<String> parts, List<String> names) {
    if (parts.isEmpty()) {
      return names.isEmpty();
    }
    List<String> rest = parts.subList(1, parts.size());
    if (parts.getFirst().equals(ANY_FOLDERS)) {
      return matches(rest, names)
          || (!names.isEmpty()
              && !names.getFirst().startsWith(".")
              && matches(parts, names.subList(1, names.size())));
    }
    return !names.isEmpty()
        && matchesName(parts.getFirst(), names.getFirst())
        && matches(rest, names.subList(1, names.size()));
  }

  /// {@return the files that match, sorted, each once}
  ///
  /// @param folder what a relative pattern is relative to
  public List<Path> files(Path folder) {
    Collection<Path> found = new TreeSet<>();
    for (List<String> parts : alternatives) {
      boolean absolute = parts.size() > 1 && parts.getFirst().isEmpty();
      Path start = absolute ? folder.resolve("/") : folder;
      expand(start, absolute ? parts.subList(1, parts.size()) : parts, found);
    }
    return List.copyOf(found);
  }

  private static void expand(Path folder, List<String> parts, Collection<Path> found) {
    String part = parts.getFirst();
    List<String> rest = parts.subList(1, parts.size());
    if (part.equals(ANY_FOLDERS)) {
      expandAnyFolders(folder, rest, found);
    } else if (isPattern(part)) {
      for (Path entry : entries(folder)) {
        if (matchesName(part, name(entry))) {
          take(entry, rest, found);
        }
      }
    } else {
      take(part.isEmpty() || part.equals(".") ? folder : folder.resolve(part), rest, found);
    }
  }

  private static void take(Path path, List<String> rest, Collection<Path> found) {
    if (!rest.isEmpty()) {
      if (Files.isDirectory(path)) {
        expand(path, rest, found);
      }
    } else if (Files.isRegularFile(path)) {
      found.add(path);
    }
  }

  private static void expandAnyFolders(Path folder, List<String> rest, Collection<Path> found) {
    // A trailing `**` stands for all files below.
    expand(folder, rest.isEmpty() ? List.of("*") : rest, found);
    for (Path entry : entries(folder)) {
      if (!name(entry).startsWith(".") && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        expandAnyFolders(entry, rest, found);
      }
    }
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that cannot be read has no files for us; whoever wants one says that none matched.
      return entries;
    }
    return entries;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static boolean matchesName(String part, String name) {
    if (!isPattern(part)) {
      return part.equals(name);
    }
    return (part.startsWith(".") || !name.startsWith(".")) && regex(part).matcher(name).matches();
  }

  private static Pattern regex(String part) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      int close = c == '[' ? part.indexOf(']', i + 2) : -1;
      if (close > 0) {
        regex.append(characterClass(part.substring(i + 1, close)));
        i = close;
      } else {
        regex.append(
            switch (c) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String characterClass(String inner) {
    boolean negated = inner.startsWith("!") || inner.startsWith("^");
    StringBuilder regex = new StringBuilder(negated ? "[^" : "[");
    for (int i = negated ? 1 : 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      boolean range = i > 0 && i + 1 < inner.length() && c == '-';
      regex.append(range && inner.charAt(i - 1) < inner.charAt(i + 1) ? "-" : "\\" + quoted(c));
    }
    return regex.append(']').toString();
  }

  // Within a class any character may be written by its number.
  private static String quoted(char c) {
    return String.format("u%04x", (int) c);
  }

  private static List<String> withoutBraces(String text) {
    int open = text.indexOf('{');
    int close = open < 0 ? -1 : closing(text, open);
    if (close < 0) {
      return List.of(text);
    }
    List<String> all = new ArrayList<>();
    for (String choice : choices(text.substring(open + 1, close))) {
      all.addAll(withoutBraces(text.substring(0, open) + choice + text.substring(close + 1)));
    }
    return all;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> choices(String inner) {
    List<String> choices = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        choices.add(inner.substring(from, i));
        from = i + 1;
      }
    }
    choices.add(inner.substring(from));
    return choices;
  }

  @Override
  public String toString() {
    return text;
  }
}
