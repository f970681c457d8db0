package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The unit tests of the stacks in `testdata`. promtool passes all that it can read.
class StackUnitTestsTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("firedrill.root", ".")).resolve("testdata");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      return files
          .filter(StackUnitTestsTest::isUnitTest)
          .map(TESTDATA::relativize)
          .sorted()
          .toList();
    }
  }

  private static boolean isUnitTest(Path path) {
    if (!path.toString().endsWith(".yml") || path.toString().contains("fixtures")) {
      return false;
    }
    try {
      String text = "\n" + Files.readString(path);
      return text.contains("\nrule_files:") && text.contains("\ntests:");
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void passes(Path file) throws IOException {
    assertThat(TestFiles.run(TESTDATA.resolve(file))).isEmpty();
  }
}
