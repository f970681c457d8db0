package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.AlertmanagerReading;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.template.notification.NotificationTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `--alertmanager`: the configuration whose routing tree is meant, and the templates it names.
public final class AlertmanagerOption {
  private final Value file;

  /// Declares the option.
  public AlertmanagerOption(Options options) {
    file =
        options.value(
            "--alertmanager", "FILE", "Alertmanager's configuration (default: the settings' one)");
  }

  /// {@return the configuration}
  /// @throws RejectedException when Alertmanager would refuse it
  public AlertmanagerConfig config(Session session) throws IOException {
    return valid(session, file.get().isPresent() ? file.required() : Stacks.alertmanager(session));
  }

  /// {@return the templates that a configuration names; where none of its patterns matches a file
  /// here, those of the stack that has the configuration}
  public NotificationTemplates templates(Session session, AlertmanagerConfig config)
      throws IOException {
    Path path = session.resolve(config.source().path());
    Optional<StackFiles> stack = stack(session, path);
    PathMap map = stack.map(StackFiles::pathMap).orElse(PathMap.NONE);
    NotificationTemplateFiles files = new NotificationTemplateFiles(session);
    files.add(NotificationTemplateFiles.patterns(config), path, map);
    if (files.isEmpty() && stack.isPresent()) {
      for (Path file : stack.get().templates()) {
        files.add(file);
      }
    }
    return files.templates();
  }

  private static Optional<StackFiles> stack(Session session, Path alertmanager) throws IOException {
    Optional<SettingsFile> settings = Stacks.settings(session, session.directory());
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Path wanted = alertmanager.toAbsolutePath().normalize();
    for (StackFiles stack : Stacks.of(settings.get())) {
      Path file = stack.alertmanager();
      if (file != null && file.toAbsolutePath().normalize().equals(wanted)) {
        return Optional.of(stack);
      }
    }
    return Optional.empty();
  }

  private static AlertmanagerConfig valid(Session session, String path) throws IOException {
    AlertmanagerReading reading =
        AlertmanagerReader.read(
            new InputFile(path, true).read(session), AlertmanagerOptions.DEFAULT);
    AlertmanagerConfig config = reading.loaded().value();
    if (config == null || reading.loaded().failed()) {
      throw rejected(path, reading.loaded().diagnostics());
    }
    return config;
  }

  private static CommandException rejected(String path, List<Diagnostic> diagnostics) {
    List<Diagnostic> errors =
        diagnostics.stream().filter(each -> each.severity() == Severity.ERROR).toList();
    return errors.isEmpty()
        ? new CommandException(path + ": no Alertmanager configuration")
        : new RejectedException(errors);
  }
}
