package dev.firedrill.rules.test;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.message.TemplatePattern;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.rules.test.NotificationTest.ExpectedNotification;
import dev.firedrill.settings.PathMap;
import dev.firedrill.template.TemplateError;
import dev.firedrill.template.notification.NotificationTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Alertmanagers that the tests of a file name, each read once.
///
/// @param byPath by the path as the test file writes it; those that cannot be used are missing
/// @param diagnostics what is wrong with them, and which variables have no value
public record Alertmanagers(Map<String, Setup> byPath, List<Diagnostic> diagnostics) {
  /// Of tests that name none.
  public static final Alertmanagers NONE = new Alertmanagers(Map.of(), List.of());

  private static final String CHECK = "test/notification";
  // Whom a route names that way is told of nothing.
  private static final String NOT_FILLED_IN = "yaml/unresolved-variable";

  public Alertmanagers {
    byPath = Map.copyOf(byPath);
    diagnostics = List.copyOf(diagnostics);
  }

  /// What it takes to notify.
  ///
  /// @param server that sends alerts here
  public record Setup(
      AlertmanagerConfig config, NotificationTemplates templates, TestServer server) {
    /// {@return what is made of the labels of alerts that are sent here}
    /// @param external those of the test
    OutgoingLabels outgoing(Map<String, String> external) {
      return server.outgoing().withExternal(external);
    }
  }

  /// {@return whether some cannot be used}
  boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /// Reads what tests name.
  ///
  /// @param file where the tests stand
  /// @param directory what the path of the test file is relative to
  /// @param server that sends alerts to them
  static Alertmanagers read(
      UnitTestFile file, List<UnitTest> tests, Path directory, TestServer server) {
    Map<String, Optional<Setup>> setups = new HashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (UnitTest test : tests) {
      NotificationTest expected = test.additions().notifications();
      if (expected != null) {
        setups
            .computeIfAbsent(
                expected.alertmanager().text(),
                path -> read(file, expected.alertmanager(), directory, server, diagnostics))
            .ifPresent(setup -> checkReceivers(expected, setup.config(), diagnostics));
      }
    }
    Map<String, Setup> usable = new HashMap<>();
    setups.forEach((path, setup) -> setup.ifPresent(each -> usable.put(path, each)));
    return new Alertmanagers(usable, diagnostics);
  }

  private static Optional<Setup> read(
      UnitTestFile file,
      SourceText written,
      Path directory,
      TestServer server,
      List<Diagnostic> diagnostics) {
    String path = written.text();
    try {
      Path relative = Path.of(file.source().path()).resolveSibling(path).normalize();
      Path place = directory.resolve(relative);
      if (!Files.isRegularFile(place)) {
        String what = Files.isDirectory(place) ? "is a folder" : "does not exist";
        diagnostics.add(
            Diagnostic.error(CHECK, "Alertmanager '" + path + "' " + what, written.location())
                .withHelp("paths are relative to the folder of the test file"));
        return Optional.empty();
      }
      SourceFile source =
          SourceFile.of(relative.toString(), ByteText.decode(Files.readAllBytes(place)));
      return read(source, written, place.toAbsolutePath().normalize(), server, diagnostics);
    } catch (IOException | InvalidPathException e) {
      String problem = "cannot read Alertmanager '" + path + "': " + e.getMessage();
      diagnostics.add(Diagnostic.error(CHECK, problem, written.location()));
      return Optional.empty();
    }
  }

  private static Optional<Setup> read(
      SourceFile source,
      SourceText written,
      Path place,
      TestServer server,
      List<Diagnostic> diagnostics)
      throws IOException {
    AlertmanagerOptions filled = AlertmanagerOptions.DEFAULT.withVariables(server.variables());
    var loaded = AlertmanagerReader.read(source, filled).loaded();
    loaded.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR || each.check().equals(NOT_FILLED_IN))
        .forEach(diagnostics::add);
    AlertmanagerConfig config = loaded.value();
    if (config == null || loaded.failed()) {
      return Optional.empty();
    }
    List<NotificationTemplates.File> files = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    readTemplates(config, place, files, errors);
    if (!errors.isEmpty()) {
      for (Diagnostic error : errors) {
        diagnostics.add(error.withNote("this Alertmanager would not start", written.location()));
      }
      return Optional.empty();
    }
    return Optional.of(new Setup(config, NotificationTemplates.of(files), server));
  }

  private static void readTemplates(
      AlertmanagerConfig config,
      Path place,
      List<NotificationTemplates.File> files,
      List<Diagnostic> errors)
      throws IOException {
    Path folder = place.resolveSibling("").normalize();
    GoGlob glob = new GoGlob(folder);
    for (SourceText pattern : config.templates()) {
      String resolved = PathMap.NONE.resolve(pattern.text(), folder);
      for (String path : new TemplatePattern(pattern.text()).files(glob, resolved, folder)) {
        Path file = folder.resolve(path);
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        NotificationTemplates.File read =
            new NotificationTemplates.File(String.valueOf(file.getFileName()), text);
        files.add(read);
        // As seen from where the configuration is
        Path beside = Path.of(config.source().path()).resolveSibling(folder.relativize(file));
        SourceFile source = SourceFile.of(beside.normalize().toString(), text);
        for (TemplateError error : NotificationTemplates.of(List.of(read)).errors()) {
          errors.add(
              Diagnostic.error(CHECK, error.message(), new Location(source, error.span()))
                  .withHelp(error.help()));
        }
      }
    }
  }

  private static void checkReceivers(
      NotificationTest expected, AlertmanagerConfig config, List<Diagnostic> diagnostics) {
    List<String> names = config.receivers().stream().map(each -> each.name().value()).toList();
    for (ExpectedNotification each : expected.expected()) {
      String name = each.receiver().value();
      if (!names.contains(name)) {
        Diagnostic unknown =
            Diagnostic.error(
                CHECK, "no receiver is named '" + name + "'", each.receiver().location());
        diagnostics.add(
            Spelling.nearest(name, names)
                .map(near -> unknown.withHelp("did you mean '" + near + "'?"))
                .orElse(unknown.withHelp("it is looked for in " + config.source().path())));
      }
    }
  }

  /// {@return the Alertmanager of a test before anything happened; nothing where the test expects
  /// nothing of one}
  ///
  /// @param interval between evaluations, in milliseconds
  Optional<NotificationRehearsal> rehearsal(UnitTest test, long interval) {
    NotificationTest expected = test.additions().notifications();
    Setup setup = expected == null ? null : byPath.get(expected.alertmanager().text());
    return expected == null || setup == null
        ? Optional.empty()
        : Optional.of(new NotificationRehearsal(test, expected, setup, interval));
  }
}
