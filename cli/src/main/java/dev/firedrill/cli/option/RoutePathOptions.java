package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.input.RouteInputs;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which Alertmanager configurations a command reads.
public final class RoutePathOptions {
  private final ProjectOptions project;
  private final Values paths;

  // Whether files that provision Grafana's alerting are looked for, too.
  private boolean grafana;

  /// Declares the arguments and options.
  public RoutePathOptions(Options options) {
    paths =
        options.arguments(
            "[FILE...]",
            "Alertmanager configurations, folders, globs, or - (default: the settings' one, or this"
                + " folder)");
    project = ProjectOptions.of(options);
  }

  /// {@return these, with files that provision Grafana's alerting}
  public RoutePathOptions withGrafana() {
    grafana = true;
    return this;
  }

  /// {@return the configurations that were asked for}
  public RouteInputs read(Session session) throws IOException {
    Optional<SettingsFile> settings =
        paths.get().isEmpty() ? project.settings(session) : Optional.empty();
    return read(Scene.of(session), settings);
  }

  /// {@return the configurations that were asked for}
  ///
  /// @param settings those of now, which name the stacks where no path is given
  /// @throws CommandException when there are none now
  public RouteInputs read(Scene scene, Optional<SettingsFile> settings) throws IOException {
    List<String> wanted = paths(scene, settings);
    RouteInputs inputs = RouteInputs.read(scene.session(), scene.select(wanted), grafana);
    if (inputs.files().isEmpty() && scene.session().equals(scene.now())) {
      throw new CommandException(
          "no Alertmanager configuration in "
              + (paths.get().isEmpty() ? "this folder" : String.join(", ", wanted)));
    }
    return inputs;
  }

  private List<String> paths(Scene scene, Optional<SettingsFile> settings) {
    List<String> given = paths.get();
    if (!given.isEmpty()) {
      return given;
    }
    List<String> found = new ArrayList<>();
    for (StackFiles stack : project.stacks(scene, settings)) {
      Path file = stack.alertmanager();
      if (file != null) {
        found.add(Stacks.shown(scene.session(), file));
      }
    }
    return found.isEmpty() ? List.of(".") : found;
  }
}
