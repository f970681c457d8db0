package dev.firedrill.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.settings.CheckSetting.Level;
import dev.firedrill.settings.LintSettings.Preset;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SettingsReaderTest {
  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrongWhereItIs() {
    return Fixtures.of("settings", file -> Fixtures.render(read(file).diagnostics()));
  }

  @TestFactory
  Stream<DynamicTest> takesTheSettingsOfTheStacks() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.file("testdata"))) {
      List<Path> settings = files.filter(f -> f.endsWith(SettingsFile.NAME)).toList();
      assertThat(settings).isNotEmpty();
      return settings.stream()
          .map(
              path ->
                  DynamicTest.dynamicTest(
                      path.toString(),
                      () -> {
                        Loaded<SettingsFile> loaded =
                            SettingsReader.read(Fixtures.source(path), path.resolveSibling(""));
                        assertThat(loaded.diagnostics()).isEmpty();
                        assertThat(loaded.get().orElseThrow().settings().stacks()).isNotEmpty();
                      }));
    }
  }

  @Test
  void bindsEverySetting() {
    Settings settings =
        settings(
            """
            stacks:
              east:
                rules: ['rules/**/*.yml']
                tests: [tests/*.yml]
                prometheus: prometheus.yml
                alertmanager: am.yml
                templates: [t/*.tmpl]
                data: [rec/*]
                path_map: {/etc/alertmanager: monitoring}
              west: {}
            lint:
              preset: strict
              checks:
                for/missing: off
                severity/missing: {severity: warning, values: [page, ticket], limit: 3}
              overrides:
              - paths: [legacy/**]
                checks: {for/missing: info}
            environments:
              prod: {external_labels: {region: eu, shard: 1}, env_file: prod.env}
            """);

    assertThat(settings.stacks()).containsOnlyKeys("east", "west");
    Stack east = entry(settings.stacks(), "east");
    assertThat(east.rules()).containsExactly("rules/**/*.yml");
    assertThat(east.prometheus()).isEqualTo("prometheus.yml");
    assertThat(east.pathMap()).containsEntry("/etc/alertmanager", "monitoring");
    assertThat(settings.lint().preset()).isEqualTo(Preset.STRICT);
    assertThat(entry(settings.lint().checks(), "for/missing").level()).isEqualTo(Level.OFF);
    assertThat(settings.lint().checks().get("severity/missing"))
        .isEqualTo(
            new CheckSetting(
                Level.WARNING, Map.of("values", List.of("page", "ticket"), "limit", 3)));
    assertThat(settings.lint().overrides())
        .singleElement()
        .returns(List.of("legacy/**"), LintOverride::paths);
    assertThat(entry(settings.environments(), "prod").externalLabels())
        .isEqualTo(Map.of("region", "eu", "shard", "1"));
  }

  @Test
  void nothingWrittenIsNothingSet() {
    assertThat(settings("")).isEqualTo(Settings.NONE);
    assertThat(settings("# later\n")).isEqualTo(Settings.NONE);
    assertThat(settings("lint:\nstacks: ~\n")).isEqualTo(Settings.NONE);
  }

  private static <T> T entry(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static Settings settings(String text) {
    Loaded<SettingsFile> loaded = read(SourceFile.of(SettingsFile.NAME, text));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow().settings();
  }

  private static Loaded<SettingsFile> read(SourceFile file) {
    return SettingsReader.read(file, Path.of("."));
  }
}
