package dev.firedrill.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileGlobTest {
  private static final List<String> FILES =
      List.of(
          "rules/a.yml",
          "rules/b.yaml",
          "rules/deep/er/c.yml",
          "rules/deep/.hidden/d.yml",
          "rules/.e.yml",
          "other/[x].yml",
          "top.yml");

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : FILES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "top.yml | top.yml",
        "./top.yml | top.yml",
        "rules/*.yml | rules/a.yml",
        "rules/*.{yml,yaml} | rules/a.yml rules/b.yaml",
        "rules/**/*.yml | rules/a.yml rules/deep/er/c.yml",
        "**/c.yml | rules/deep/er/c.yml",
        "rules/** | rules/a.yml rules/b.yaml rules/deep/er/c.yml",
        "rules/[ab].y* | rules/a.yml rules/b.yaml",
        "rules/[!a].y* | rules/b.yaml",
        "rules/[b-z].* | rules/b.yaml",
        "rules/.*.yml | rules/.e.yml",
        "rules/deep/.*/*.yml | rules/deep/.hidden/d.yml",
        "?op.yml | top.yml",
        "{top,rules/a}.yml | rules/a.yml top.yml",
        "other/[[]x].yml | other/[x].yml",
        "none/*.yml | ''",
        "rules | ''",
        "top.yml/* | ''",
      })
  void findsFiles(String pattern, String expected) {
    FileGlob glob = FileGlob.of(pattern);
    List<String> found =
        glob.files(folder).stream()
            .map(file -> folder.relativize(file.normalize()).toString())
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(expected);
    for (String file : FILES) {
      boolean plain = pattern.startsWith("./");
      assertThat(glob.matches(file)).as(file).isEqualTo(!plain && found.contains(file));
    }
  }

  @Test
  void anAbsolutePatternIgnoresTheFolder() {
    assertThat(FileGlob.of(folder + "/rules/*.yml").files(Path.of("elsewhere")))
        .containsExactly(folder.resolve("rules/a.yml"));
  }
}
