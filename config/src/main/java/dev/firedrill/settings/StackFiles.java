package dev.firedrill.settings;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

  /// {@return the files of a stack; patterns that match nothing and files that do not exist are
  /// reported where the settings name them}
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
            finder.files("rules", stack.rules()),
            finder.files("tests", stack.tests()),
            finder.file("prometheus", stack.prometheus()),
            finder.file("alertmanager", stack.alertmanager()),
            finder.files("templates", stack.templates()),
            finder.files("data", stack.data()),
            new PathMap(settings.folder(), stack.pathMap()));
    return new Loaded<>(files, finder.diagnostics);
  }

  private static final class Finder {
    private final SettingsFile settings;
    private final String stack;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Finder(SettingsFile settings, String stack) {
      this.settings = settings;
      this.stack = stack;
    }

    List<Path> files(String key, List<String> patterns) {
      TreeSet<Path> found = new TreeSet<>();
      for (int i = 0; i < patterns.size(); i++) {
        List<Path> matches = FileGlob.of(patterns.get(i)).files(settings.folder());
        if (matches.isEmpty()) {
          String message = "no file matches '" + patterns.get(i) + "'";
          diagnostics.add(
              Diagnostic.of("settings/no-files", Severity.WARNING, message, place(key, i)));
        }
        found.addAll(matches);
      }
      return List.copyOf(found);
    }

    @Nullable Path file(String key, @Nullable String name) {
      if (name == null) {
        return null;
      }
      Path file = settings.folder().resolve(name);
      if (!Files.isRegularFile(file)) {
        String message = "'" + name + "' does not exist";
        diagnostics.add(Diagnostic.error("settings/no-files", message, place(key, -1)));
        return null;
      }
      return file;
    }

    // Places are wanted only where something is missing, so the file is read for them then.
    private Location place(String key, int item) {
      SourceFile source = settings.source();
      return Yaml.read(source, YamlDialect.GO_V3)
          .first()
          .flatMap(root -> child(root, "stacks"))
          .flatMap(stacks -> child(stacks, stack))
          .flatMap(node -> child(node, key))
          .map(node -> node instanceof SequenceNode s && item >= 0 ? s.items().get(item) : node)
          .map(YamlNode::written)
          .orElse(new Location(source, Span.at(0)));
    }

    private static Optional<YamlNode> child(YamlNode node, String name) {
      return node instanceof MappingNode mapping ? mapping.get(name) : Optional.empty();
    }
  }
}
