package dev.firedrill.cli.change;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.rehearsal.StackSearch;
import dev.firedrill.diagnostic.FileNames;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a review looks at, in either version: the stacks that the settings name, else all files of
/// the folder as one.
///
/// @param project by which the stacks are chosen
/// @param settings those of now
/// @param reading how rule files are read
/// @param servers what the rules run on
/// @param paths the only files and folders that are of interest; empty for all
/// @param alertmanager the configuration for all stacks; empty for their own
/// @param workers how many threads are used, at most
record ReviewScope(
    ProjectOptions project,
    Optional<SettingsFile> settings,
    RuleFileOptions reading,
    ServerSource servers,
    List<String> paths,
    Optional<String> alertmanager,
    int workers) {
  ReviewScope {
    paths = List.copyOf(paths);
  }

  /// {@return the stacks as a version has them}
  List<StackFiles> stacks(Scene scene) throws IOException {
    List<StackFiles> named = project.ownStacks(scene, settings);
    return named.isEmpty() ? List.of(StackSearch.byContent(scene.session(), ".")) : named;
  }

  /// Fails where a path leads nowhere in either version: one of a file that is gone may lead
  /// somewhere in the old one only.
  ///
  /// @throws CommandException for the first that leads nowhere
  void check(Version old, Version now) {
    for (String path : paths) {
      if (old.find(path).isEmpty() && now.find(path).isEmpty()) {
        throw new CommandException(
            path + ": " + FileNames.missing(path) + " in " + old.title() + " or " + now.title());
      }
    }
  }

  /// {@return the rule files of a version that are of interest}
  List<InputFile> rules(Scene scene, List<StackFiles> stacks) throws IOException {
    return paths.isEmpty()
        ? scene.select(Stacks.files(scene.session(), stacks, StackFiles::rules))
        : scene.present(paths);
  }

  /// {@return the absolute paths of the rule files of a version that are of interest}
  Set<Path> places(Scene scene, List<StackFiles> stacks) throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    for (InputFile file : rules(scene, stacks)) {
      places.add(file.location(scene.session()).toAbsolutePath().normalize());
    }
    return places;
  }

  /// {@return Alertmanager's configuration for a stack, as the working directory of the version
  ///     calls it}
  /// @param stack null where the version has no such stack
  Optional<String> routes(Session session, @Nullable StackFiles stack) {
    Path own = stack == null ? null : stack.alertmanager();
    return alertmanager.isPresent() || own == null
        ? alertmanager
        : Optional.of(Stacks.shown(session, own));
  }

  /// {@return the files of tests of some stacks}
  static List<InputFile> tests(Session session, List<StackFiles> stacks) {
    List<InputFile> files = new ArrayList<>();
    for (String path : new LinkedHashSet<>(Stacks.files(session, stacks, StackFiles::tests))) {
      files.add(new InputFile(path, false));
    }
    return files;
  }
}
