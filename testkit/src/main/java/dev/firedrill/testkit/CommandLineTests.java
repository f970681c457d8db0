package dev.firedrill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Makes one test of each file that shows command lines and what they print. `-Dgolden=update`
/// rewrites what they print.
public final class CommandLineTests {
  private CommandLineTests() {}

  /// {@return a test for each scenario, named after its file}
  /// @param folder relative to the repository's root; all `*.txt` in it and below
  public static Stream<DynamicTest> scenarios(String folder, Program program) {
    return tests(folder, ".txt", text -> Scenario.replay(text, program));
  }

  /// {@return a test for each Markdown page, named after its file}
  /// @param path a page, or a folder with `*.md` in it and below, relative to the repository's root
  public static Stream<DynamicTest> documents(String path, Program program) {
    return tests(path, ".md", text -> DocumentExamples.replay(text, program));
  }

  /// {@return what opens the fences of each Markdown page that [#documents] leaves alone, by the
  /// page's path}
  /// @param path a page, or a folder with `*.md` in it and below, relative to the repository's root
  public static SortedMap<String, List<String>> notRun(String path) {
    SortedMap<String, List<String>> pages = new TreeMap<>();
    for (Path file : files(Repository.file(path), ".md")) {
      pages.put(
          Repository.root().relativize(file).toString(),
          DocumentExamples.notRun(Golden.read(file)));
    }
    return pages;
  }

  private static Stream<DynamicTest> tests(String path, String ending, Replay replay) {
    Path root = Repository.file(path);
    List<Path> files = files(root, ending);
    assertThat(files).as("files %s in %s", ending, path).isNotEmpty();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Repository.root().relativize(file).toString(),
                    file.toUri(),
                    () -> Golden.assertMatches(file, replay.of(Golden.read(file)))));
  }

  private static List<Path> files(Path root, String ending) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Replay {
    String of(String text);
  }
}
