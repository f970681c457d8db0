package dev.firedrill.settings;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The files of a stack, as they are found on disk.
///
/// @param prometheus prometheus.yml; null where the stack has none
/// @param alertmanager alertmanager.yml; null where the stack has none
/// @param pathMap where the paths lie that the configurations name
public record StackFiles(
    String name,
    List<Path> rules,
    List<Path> tests,
    @Nullable Path prometheus,
    @Nullable Path alertmanager,
    List<Path> templates,
    List<Path> data,
    PathMap pathMap) {
  public StackFiles {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
    templates = List.copyOf(templates);
    data = List.copyOf(data);
  }

  /// {@return the files of a stack; what is not there is reported where the settings name it: a
  ///     file, also one among patterns, as an error, a pattern that matches nothing as a warning}
  ///
  /// @throws IllegalArgumentException if the settings know no stack of that name
  public static Loaded<StackFiles> find(SettingsFile settings, String name) {
    Stack stack = settings.settings().stacks().get(name);
    if (stack == null) {
      throw new IllegalArgumentException("no stack named " + name);
    }
    Finder finder = new Finder(settings, name);
    StackFiles files =
        new StackFiles(
            name,
            finder.files(StackPart.RULES, stack),
            finder.files(StackPart.TESTS, stack),
            finder.file("prometheus", stack.prometheus()),
            finder.file("alertmanager", stack.alertmanager()),
            finder.files(StackPart.TEMPLATES, stack),
            finder.files(StackPart.DATA, stack),
            new PathMap(settings.folder(), stack.pathMap()));
    return new Loaded<>(files, finder.diagnostics);
  }

  /// {@return these files, which a stack had once, with those that its files of now were then}
  ///
  /// @param now the stack as it is
  /// @param former what a file was, whatever it was called; empty where it was not there
  public StackFiles with(StackFiles now, Function<Path, Optional<Path>> former) {
    return new StackFiles(
        name,
        with(rules, now.rules, former),
        with(tests, now.tests, former),
        with(prometheus, now.prometheus(), former),
        with(alertmanager, now.alertmanager(), former),
        with(templates, now.templates, former),
        data,
        pathMap);
  }

  private static @Nullable Path with(
      @Nullable Path own, @Nullable Path now, Function<Path, Optional<Path>> former) {
    return own != null || now == null ? own : former.apply(now).orElse(null);
  }

  private static List<Path> with(
      List<Path> own, List<Path> now, Function<Path, Optional<Path>> former) {
    TreeSet<Path> all = new TreeSet<>(own);
    for (Path each : now) {
      former.apply(each).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// {@return what the settings name of one part of a stack and is not there}
  public static List<Diagnostic> missing(SettingsFile settings, String name, StackPart part) {
    Stack stack = settings.settings().stacks().get(name);
    Finder finder = new Finder(settings, name);
    if (stack != null) {
      finder.files(part, stack);
    }
    return List.copyOf(finder.diagnostics);
  }

  private static final class Finder {
    private final SettingsFile settings;
    private final String stack;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Finder(SettingsFile settings, String stack) {
      this.settings = settings;
      this.stack = stack;
    }

    List<Path> files(StackPart part, Stack stack) {
      TreeSet<Path> found = new TreeSet<>();
      List<String> patterns = part.patterns(stack);
      for (int i = 0; i < patterns.size(); i++) {
        String pattern = patterns.get(i);
        List<Path> matches = FileGlob.of(pattern).files(settings.folder());
        boolean named = !FileGlob.isPattern(pattern);
        if (!matches.isEmpty()) {
          found.addAll(matches);
        } else if (named && part == StackPart.DATA && isFolder(pattern)) {
          found.add(settings.folder().resolve(pattern));
        } else {
          diagnostics.add(
              named ? absent(part.key(), i, pattern) : unmatched(part.key(), i, pattern));
        }
      }
      return List.copyOf(found);
    }

    private boolean isFolder(String name) {
      return Files.isDirectory(settings.folder().resolve(name));
    }

    private Diagnostic unmatched(String key, int item, String pattern) {
      String message = "no file matches '" + pattern + "'";
      return Diagnostic.of(SettingsPlace.NO_FILES, Severity.WARNING, message, place(key, item));
    }

    private Diagnostic absent(String key, int item, String name) {
      if (isFolder(name)) {
        String message = "'" + name + "' is a folder: expected files, or a pattern of them";
        String slash = name.endsWith("/") ? "" : "/";
        return Diagnostic.error(SettingsPlace.NO_FILES, message, place(key, item))
            .withHelp("`" + name + slash + "**` stands for all files below it");
      }
      return SettingsPlace.absent(name, place(key, item));
    }

    @Nullable Path file(String key, @Nullable String name) {
      if (name == null) {
        return null;
      }
      Path file = settings.folder().resolve(name);
      if (!Files.isRegularFile(file)) {
        diagnostics.add(absent(key, -1, name));
        return null;
      }
      return file;
    }

    private Location place(String key, int item) {
      return SettingsPlace.of(settings.source(), item, "stacks", stack, key);
    }
  }
}
