package dev.firedrill.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFilesTest {
  @TempDir Path folder;

  @Test
  void findsTheFilesOfAStackAndSaysWhichAreMissing() throws IOException {
    Files.createDirectories(folder.resolve("rules/team"));
    Files.writeString(folder.resolve("rules/team/a.yml"), "");
    Files.writeString(folder.resolve("prometheus.yml"), "");
    String text =
        """
        stacks:
          east:
            rules: ['rules/**/*.yml', 'more/*.yml']
            prometheus: prometheus.yml
            alertmanager: am.yml
            path_map: {/etc/p: deploy}
        """;
    SettingsFile settings =
        SettingsReader.read(SourceFile.of(SettingsFile.NAME, text), folder).get().orElseThrow();

    Loaded<StackFiles> loaded = StackFiles.find(settings, "east");
    StackFiles files = loaded.get().orElseThrow();
    assertThat(files.rules()).containsExactly(folder.resolve("rules/team/a.yml"));
    assertThat(files.prometheus()).isEqualTo(folder.resolve("prometheus.yml"));
    assertThat(files.alertmanager()).isNull();
    assertThat(files.pathMap().resolve("/etc/p/x/*.yml", Path.of("c")))
        .isEqualTo(folder + "/deploy/x/*.yml");
    assertThat(Fixtures.render(loaded.diagnostics()))
        .isEqualTo(
            """
            3:31-3:43 warning[settings/no-files] no file matches 'more/*.yml'
            5:19-5:25 error[settings/no-files] 'am.yml' does not exist
              help: correct the path, which is relative to this file, or take it out
            """);
  }

  @Test
  void aFileNamedAmongPatternsMustBeThere() throws IOException {
    Files.createDirectories(folder.resolve("prometheus-data"));
    Files.createDirectories(folder.resolve("rules"));
    String text =
        """
        stacks:
          east:
            rules: [rules, gone.yml]
            data: [prometheus-data, gone.om, 'more/*.om']
        """;
    SettingsFile settings =
        SettingsReader.read(SourceFile.of(SettingsFile.NAME, text), folder).get().orElseThrow();

    Loaded<StackFiles> loaded = StackFiles.find(settings, "east");
    assertThat(loaded.get().orElseThrow().data())
        .containsExactly(folder.resolve("prometheus-data"));
    assertThat(Fixtures.render(loaded.diagnostics()))
        .isEqualTo(
            """
            3:13-3:18 error[settings/no-files] 'rules' is a folder: expected files, or a pattern of them
              help: `rules/**` stands for all files below it
            3:20-3:28 error[settings/no-files] 'gone.yml' does not exist
              help: correct the path, which is relative to this file, or take it out
            4:29-4:36 error[settings/no-files] 'gone.om' does not exist
              help: correct the path, which is relative to this file, or take it out
            4:38-4:49 warning[settings/no-files] no file matches 'more/*.om'
            """);
    assertThat(StackFiles.missing(settings, "east", StackPart.TESTS)).isEmpty();
  }

  @Test
  void theLongestMountWins() {
    PathMap map = new PathMap(Path.of("repo"), Map.of("/etc", "all", "/etc/am/", "am"));

    assertThat(map.resolve("/etc/am/t/*.tmpl", Path.of("c"))).isEqualTo("repo/am/t/*.tmpl");
    assertThat(map.resolve("/etc/amx", Path.of("c"))).isEqualTo("repo/all/amx");
    assertThat(map.resolve("/var/x", Path.of("c"))).isEqualTo("/var/x");
    assertThat(map.resolve("t/*.tmpl", Path.of("c"))).isEqualTo("c/t/*.tmpl");
  }

  @Test
  void theNearestSettingsFileIsFound() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a/b"));
    assertThat(SettingsFile.find(below).filter(file -> file.startsWith(folder))).isEmpty();

    Path settings = Files.writeString(folder.resolve(SettingsFile.NAME), "");
    assertThat(SettingsFile.find(below)).contains(settings);
  }
}
