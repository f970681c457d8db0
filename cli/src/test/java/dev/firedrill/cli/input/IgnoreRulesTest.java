package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a search finds is what Git would add.
class IgnoreRulesTest {
  private static final List<String> NAMES =
      List.of("a", "b", "build", "rules", "a.yml", "b.yml", "keep.yml", "#x.yml", "!x.yml");
  private static final List<String> PATTERNS =
      List.of(
          "*.yml",
          "!keep.yml",
          "/a",
          "a/",
          "b/*.yml",
          "**/build",
          "rules/**",
          "!rules/a.yml",
          "a/**/b.yml",
          "\\#x.yml",
          "\\!x.yml",
          "# a comment",
          "",
          "[ab].yml",
          "[!a].yml",
          "?.yml",
          "*",
          "!*/",
          "!/rules",
          "build/ ",
          "b.yml   ",
          "/*/b.yml",
          "**",
          "!**/a",
          "rules/b/",
          "b*");

  @TempDir Path folder;

  @Test
  void leavesOutWhatGitLeavesOut() throws Exception {
    git(folder, "init", "--quiet", ".");
    Files.writeString(folder.resolve(".git/info/exclude"), "b.yml\n!/tree1/**/b.yml\n");
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      Path tree = Files.createDirectory(folder.resolve("tree" + round));
      grow(tree, 0, random);
      List<String> expected = new ArrayList<>();
      String listed = git(tree, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");
      for (String path : listed.split("\0", -1)) {
        if (path.endsWith(".yml")) {
          expected.add(path);
        }
      }
      List<String> found = new ArrayList<>();
      for (Path file : PathSelection.byEnding(tree, List.of(".yml"))) {
        found.add(tree.relativize(file).toString());
      }
      assertThat(found)
          .as("round %s: %s", round, ignoreFiles(tree))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void grow(Path parent, int depth, Random random) throws IOException {
    if (depth == 0 || random.nextInt(3) == 0) {
      StringBuilder patterns = new StringBuilder();
      for (int i = random.nextInt(5); i >= 0; i--) {
        patterns.append(PATTERNS.get(random.nextInt(PATTERNS.size()))).append('\n');
      }
      Files.writeString(parent.resolve(".gitignore"), patterns);
    }
    for (String name : NAMES) {
      Path path = parent.resolve(name);
      if (name.endsWith(".yml")) {
        Files.writeString(path, "");
      } else if (depth < 2 && random.nextInt(2) == 0) {
        Files.createDirectory(path);
        grow(path, depth + 1, random);
      }
    }
  }

  private static Map<String, String> ignoreFiles(Path tree) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (var files = Files.walk(tree)) {
      for (Path file : files.filter(each -> each.endsWith(".gitignore")).toList()) {
        found.put(tree.relativize(file).toString(), Files.readString(file));
      }
    }
    return found;
  }

  private static String git(Path directory, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
