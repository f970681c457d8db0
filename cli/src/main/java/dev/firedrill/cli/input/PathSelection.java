package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.FileNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns the paths of a command line into files: files as they are, folders searched, globs
/// expanded. A file is read once, however often it is named.
public final class PathSelection {
  private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".rules");

  private final Session session;
  private final boolean lenient;
  private final List<String> endings;
  private final Map<String, InputFile> files = new LinkedHashMap<>();

  private PathSelection(Session session, boolean lenient, List<String> endings) {
    this.session = session;
    this.lenient = lenient;
    this.endings = endings;
  }

  /// {@return the files, in the order of the paths, those of a folder sorted by name}
  /// @throws CommandException when a path does not exist or a glob matches nothing
  public static List<InputFile> of(Session session, List<String> paths) throws IOException {
    return of(session, paths, ENDINGS);
  }

  /// {@return the files, where folders are searched for other names than those of rule files}
  ///
  /// @param endings what the names of such files end in
  /// @throws CommandException when a path does not exist or a glob matches nothing
  public static List<InputFile> of(Session session, List<String> paths, List<String> endings)
      throws IOException {
    return select(new PathSelection(session, false, endings), paths);
  }

  /// {@return the files, where there are any: paths that lead nowhere are passed over, and so is
  ///     standard input}
  public static List<InputFile> present(Session session, List<String> paths) throws IOException {
    return select(new PathSelection(session, true, ENDINGS), paths);
  }

  private static List<InputFile> select(PathSelection selection, List<String> paths)
      throws IOException {
    for (String path : paths) {
      selection.add(path);
    }
    return List.copyOf(selection.files.values());
  }

  /// {@return the files of a folder whose names have one of some endings, as a search finds them}
  public static List<Path> byEnding(Path folder, List<String> endings) throws IOException {
    List<Path> found = new ArrayList<>();
    byEnding(folder, endings, IgnoreRules.startingAt(folder), found);
    return found;
  }

  private static void byEnding(
      Path folder, List<String> endings, IgnoreRules rules, List<Path> found) throws IOException {
    for (Path entry : entries(folder)) {
      Path last = entry.getFileName();
      String name = last.toString();
      boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
      if (name.startsWith(".") || rules.ignores(last, isFolder)) {
        continue;
      }
      if (isFolder) {
        byEnding(entry, endings, rules.below(last), found);
      } else if (endings.stream().anyMatch(name::endsWith)) {
        found.add(entry);
      }
    }
  }

  private void add(String path) throws IOException {
    if (path.equals(InputFile.STANDARD_INPUT)) {
      if (!lenient) {
        keep(new InputFile(path, true));
      }
      return;
    }
    Path place = session.resolve(path);
    if (Files.isDirectory(place)) {
      String prefix = path.equals(".") || path.equals("./") || path.isEmpty() ? "" : slashed(path);
      search(place, prefix, IgnoreRules.startingAt(place));
    } else if (Files.exists(place)) {
      keep(new InputFile(path, true));
    } else if (Wildcards.present(path)) {
      expand(path);
    } else if (!lenient) {
      throw new CommandException(path + ": " + FileNames.missing(path, place));
    }
  }

  private void search(Path folder, String prefix, IgnoreRules rules) throws IOException {
    for (Path entry : entries(folder)) {
      Path last = entry.getFileName();
      String name = last.toString();
      boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
      if (name.startsWith(".") || rules.ignores(last, isFolder)) {
        continue;
      }
      if (isFolder) {
        search(entry, prefix + name + "/", rules.below(last));
      } else if (isCandidate(name) && Files.isRegularFile(entry)) {
        found(new InputFile(prefix + name, false));
      }
    }
  }

  /// Walks down from the folder that the glob names literally.
  private void expand(String glob) throws IOException {
    int before = files.size();
    String prefix = literalPrefix(glob);
    Path start = session.resolve(prefix);
    if (Files.isDirectory(start)) {
      expand(start, prefix, glob, IgnoreRules.startingAt(start));
    }
    if (files.size() == before && !lenient) {
      throw new CommandException(glob + ": no file matches");
    }
  }

  private void expand(Path folder, String prefix, String glob, IgnoreRules rules)
      throws IOException {
    for (Path entry : entries(folder)) {
      Path last = entry.getFileName();
      String name = last.toString();
      boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
      if (rules.ignores(last, isFolder) || name.equals(".git")) {
        continue;
      }
      if (isFolder) {
        expand(entry, prefix + name + "/", glob, rules.below(last));
      } else if (Wildcards.matches(glob, prefix + name)) {
        found(new InputFile(prefix + name, true, true));
      }
    }
  }

  /// Takes what a search has found, unless its name cannot be written down.
  private void found(InputFile file) {
    if (!FileNames.isLost(file.path())) {
      keep(file);
    } else {
      session.aftermath().fail(file.path() + ": not read, as " + FileNames.lost());
    }
  }

  // Of the ways in which a file was met, the one that says most of what it is meant to be counts.
  private void keep(InputFile file) {
    Path place = session.resolve(file.path()).toAbsolutePath().normalize();
    String key = file.isStandardInput() ? file.path() : place.toString();
    InputFile known = files.get(key);
    if (known == null) {
      files.put(key, file);
    } else if (file.named() && !known.insisted()) {
      files.put(key, new InputFile(known.path(), true, file.matched()));
    }
  }

  /// Sorted by name.
  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        entries.add(entry);
      }
    }
    entries.sort(
        (one, other) -> one.getFileName().toString().compareTo(other.getFileName().toString()));
    return entries;
  }

  private static String literalPrefix(String glob) {
    int end = 0;
    List<String> names = new ArrayList<>(List.of(glob.split("/", -1)));
    for (String name : names) {
      if (Wildcards.present(name)) {
        return glob.substring(0, end);
      }
      end += name.length() + 1;
    }
    return glob;
  }

  private static String slashed(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  private boolean isCandidate(String name) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
