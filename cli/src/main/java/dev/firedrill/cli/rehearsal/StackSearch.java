package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.rules.FileKind;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.settings.StackPart;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the files of the stacks of a folder: those that the nearest settings name, as far as they
/// have files in the folder, else one stack of all files, told apart by content.
public final class StackSearch {
  private static final List<String> RECORDINGS = List.of(".om", ".prom");

  private StackSearch() {}

  /// {@return the stacks of a folder}
  /// @param project which of them are wanted, and by which settings
  static List<StackFiles> find(Session session, String folder, ProjectOptions project)
      throws IOException {
    Path place = session.resolve(folder);
    if (!Files.isDirectory(place)) {
      throw new CommandException(folder + ": no such folder");
    }
    Optional<SettingsFile> settings = project.settings(session);
    List<StackFiles> named = project.stacks(session);
    Path absolute = place.toAbsolutePath().normalize();
    boolean meant =
        project.settingsNamed()
            || project.stackName().isPresent()
            || settings.filter(file -> file.folder().equals(absolute)).isPresent();
    if (named.isEmpty()) {
      return List.of(byContent(session, folder, place));
    }
    List<StackFiles> chosen = meant ? named : below(session, folder, place, named);
    if (settings.isPresent() && named.containsAll(chosen)) {
      // Without any of the rules that the settings name there is no stack.
      Stacks.wanted(session, settings.get(), chosen, StackPart.RULES);
    }
    return chosen;
  }

  // Of settings that lie above the folder, the stacks that have files in it.
  private static List<StackFiles> below(
      Session session, String folder, Path place, List<StackFiles> named) throws IOException {
    Path absolute = place.toAbsolutePath().normalize();
    List<StackFiles> here = named.stream().filter(stack -> isBelow(absolute, stack)).toList();
    if (!here.isEmpty()) {
      return here;
    }
    StackFiles other = byContent(session, folder, place);
    boolean any = !other.rules().isEmpty() || other.alertmanager() != null;
    return any ? List.of(other) : named;
  }

  private static boolean isBelow(Path folder, StackFiles stack) {
    List<Path> files = new ArrayList<>(stack.rules());
    files.addAll(stack.tests());
    files.addAll(stack.templates());
    files.addAll(stack.data());
    for (Path single : Arrays.asList(stack.prometheus(), stack.alertmanager())) {
      if (single != null) {
        files.add(single);
      }
    }
    return files.stream().anyMatch(file -> file.toAbsolutePath().normalize().startsWith(folder));
  }

  /// {@return patterns of the settings that nothing matches}
  /// @param parts those of the rehearsal that would want them
  static List<Diagnostic> notes(
      StackFiles stack, Optional<SettingsFile> settings, List<String> parts) {
    SettingsFile file = settings.orElse(null);
    List<Diagnostic> notes = new ArrayList<>();
    for (StackPart part : StackPart.values()) {
      if (file != null && parts.stream().anyMatch(each -> reads(each, part))) {
        notes.addAll(StackFiles.missing(file, stack.name(), part));
      }
    }
    return notes;
  }

  private static boolean reads(String part, StackPart files) {
    return switch (files) {
      case RULES -> part.equals("lint");
      case TESTS -> part.equals("test") || part.equals("routes");
      case TEMPLATES -> part.equals("routes");
      case DATA -> part.equals("replay") || part.equals("simulate");
    };
  }

  /// {@return all files of a folder as one stack, told apart by content}
  public static StackFiles byContent(Session session, String folder) throws IOException {
    return byContent(session, folder, session.resolve(folder));
  }

  private static StackFiles byContent(Session session, String folder, Path place)
      throws IOException {
    Map<FileKind, List<Path>> found = new EnumMap<>(FileKind.class);
    for (InputFile file : PathSelection.of(session, List.of(folder))) {
      FileKind kind = FileKind.likely(Yaml.read(file.read(session), YamlDialect.GO_V3));
      found.computeIfAbsent(kind, any -> new ArrayList<>()).add(file.location(session));
    }
    List<Path> rules = new ArrayList<>(found.getOrDefault(FileKind.RULES, List.of()));
    rules.addAll(found.getOrDefault(FileKind.PROMETHEUS_RULE, List.of()));
    if (!rules.isEmpty()) {
      // They may hold rules, too: they are named as skipped.
      rules.addAll(found.getOrDefault(FileKind.TEMPLATED, List.of()));
    }
    List<Path> tests = new ArrayList<>(found.getOrDefault(FileKind.RULE_TESTS, List.of()));
    tests.addAll(found.getOrDefault(FileKind.ROUTE_TESTS, List.of()));
    tests.addAll(found.getOrDefault(FileKind.SCENARIO, List.of()));
    return new StackFiles(
        folder,
        rules,
        tests,
        found.getOrDefault(FileKind.PROMETHEUS, List.of()).stream().findFirst().orElse(null),
        found.getOrDefault(FileKind.ALERTMANAGER, List.of()).stream().findFirst().orElse(null),
        PathSelection.byEnding(place, List.of(".tmpl")),
        PathSelection.byEnding(place, RECORDINGS),
        PathMap.NONE);
  }
}
