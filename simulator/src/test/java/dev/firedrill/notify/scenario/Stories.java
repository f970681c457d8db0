package dev.firedrill.notify.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.scenario.ScenarioFile;
import dev.firedrill.alertmanager.scenario.ScenarioReader;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Scenario files for tests.
final class Stories {
  private static final Path ROOT = Path.of(System.getProperty("firedrill.root", "."));

  private Stories() {}

  /// {@return the shipped stories}
  static List<Scenario> all() throws IOException {
    return read(ROOT.resolve("testdata/notifications/stories.yml"));
  }

  static List<Scenario> read(Path file) throws IOException {
    Loaded<ScenarioFile> loaded =
        ScenarioReader.read(SourceFile.of(file.toString(), Files.readString(file)));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow().scenarios();
  }

  /// {@return the configuration that a scenario writes}
  static AlertmanagerConfig config(Scenario scenario) {
    SourceFile source = SourceFile.of("alertmanager.yml", text(scenario));
    return AlertmanagerReader.read(source, AlertmanagerOptions.DEFAULT)
        .loaded()
        .get()
        .orElseThrow();
  }

  static String text(Scenario scenario) {
    return Objects.requireNonNull(scenario.config(), "a story writes its configuration").text();
  }
}
