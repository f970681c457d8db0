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
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `--alertmanager`: the configuration whose routing tree is meant.
public final class AlertmanagerOption {
  private static final String UNRESOLVED = "yaml/unresolved-variable";
  private static final String NONE = "none";

  private final ProjectOptions project;
  private final Value file;
  private final List<Diagnostic> findings = new ArrayList<>();

  /// Declares the option of a command that needs a configuration.
  public AlertmanagerOption(Options options) {
    this(options, "Alertmanager's configuration (default: the settings' one)");
  }

  private AlertmanagerOption(Options options, String help) {
    project = ProjectOptions.of(options);
    file = options.value("--alertmanager", "FILE", help);
  }

  /// Declares the option of a command that says more with a configuration, and can do without.
  public static AlertmanagerOption optional(Options options) {
    return new AlertmanagerOption(
        options, "Alertmanager's configuration, or none (default: that of the rules' stack)");
  }

  /// {@return the path of the configuration that goes with some rules: the one that was named, else
  ///     that of the stack of the settings that all of them belong to; empty where there is none,
  ///     or none is wanted}
  ///
  /// @param rules paths of the rule files; empty where the settings choose the rules
  public Optional<String> pathFor(Session session, List<String> rules) throws IOException {
    if (file.get().isPresent()) {
      return file.get().filter(path -> !path.equals(NONE));
    }
    StackFiles stack = project.stackOfAll(session, rules).orElse(null);
    Path own = stack == null ? null : stack.alertmanager();
    return own == null ? Optional.empty() : Optional.of(Stacks.shown(session, own));
  }

  /// {@return the configuration that goes with some rules, as [#pathFor] finds it}
  /// @throws RejectedException when Alertmanager would refuse it
  public Optional<AlertmanagerConfig> configFor(Session session, List<String> rules)
      throws IOException {
    Optional<String> path = pathFor(session, rules);
    return path.isEmpty() ? Optional.empty() : Optional.of(config(session, session, path.get()));
  }

  /// {@return the configuration}
  /// @throws RejectedException when Alertmanager would refuse it
  public AlertmanagerConfig config(Session session) throws IOException {
    String path =
        file.get().isPresent()
            ? file.required()
            : Stacks.alertmanager(session, project.stacks(session));
    return kept(reading(project, session, new InputFile(path, true).read(session)));
  }

  /// {@return the configuration as a version of the files has it}
  ///
  /// @param now where variables and remarks belong
  /// @param file as `then` calls it
  /// @throws RejectedException when Alertmanager would refuse it
  public AlertmanagerConfig config(Session now, Session then, String file) throws IOException {
    return kept(reading(project, now, new InputFile(file, true).read(then)));
  }

  /// {@return the path that was given}
  public Optional<String> path() {
    return file.get();
  }

  /// {@return the configuration of a file}
  /// @throws RejectedException when Alertmanager would refuse it
  static AlertmanagerConfig valid(ProjectOptions project, Session session, SourceFile file)
      throws IOException {
    return reading(project, session, file).loaded().get().orElseThrow();
  }

  private AlertmanagerConfig kept(AlertmanagerReading reading) {
    findings.addAll(reading.loaded().diagnostics());
    return reading.loaded().get().orElseThrow();
  }

  /// {@return what there is to say of the configurations that were read and are valid}
  public List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  private static AlertmanagerReading reading(
      ProjectOptions project, Session session, SourceFile file) throws IOException {
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(project.variables(session));
    AlertmanagerReading reading = AlertmanagerReader.read(file, filled);
    AlertmanagerConfig config = reading.loaded().value();
    if (config == null || reading.loaded().failed()) {
      throw rejected(file.path(), reading.loaded().diagnostics());
    }
    remark(session, reading.loaded().diagnostics());
    return reading;
  }

  // What depends on a variable without a value is shown as it is written.
  private static void remark(Session session, List<Diagnostic> diagnostics) {
    List<Diagnostic> unresolved =
        diagnostics.stream().filter(each -> each.check().equals(UNRESOLVED)).toList();
    if (!unresolved.isEmpty()) {
      String names =
          String.join(", ", unresolved.stream().map(AlertmanagerOption::written).toList());
      session.err().println("firedrill: no value for " + names + ": give some by --env-file");
    }
  }

  private static String written(Diagnostic diagnostic) {
    Location place = diagnostic.location();
    return place.file().text().substring(place.span().start(), place.span().end());
  }

  private static CommandException rejected(String path, List<Diagnostic> diagnostics) {
    List<Diagnostic> errors =
        diagnostics.stream().filter(each -> each.severity() == Severity.ERROR).toList();
    return errors.isEmpty()
        ? new CommandException(path + ": no Alertmanager configuration")
        : new RejectedException(errors);
  }
}
