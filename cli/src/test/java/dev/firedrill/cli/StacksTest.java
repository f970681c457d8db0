package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The stacks of `testdata` are as they should be: by the preset `recommended` without error or
/// warning.
class StacksTest {
  @TestFactory
  Stream<DynamicTest> areWithoutErrorOrWarning() throws IOException {
    try (Stream<Path> folders = Files.list(Repository.file("testdata"))) {
      List<Path> stacks =
          folders
              .filter(folder -> Files.exists(folder.resolve(".firedrill.yml")))
              .sorted()
              .toList();
      assertThat(stacks).hasSize(5);
      return stacks.stream()
          .map(
              stack ->
                  DynamicTest.dynamicTest(
                      String.valueOf(stack.getFileName()), () -> isWithoutErrorOrWarning(stack)));
    }
  }

  private static void isWithoutErrorOrWarning(Path stack) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    Session session =
        new Session(stack, new ByteArrayInputStream(new byte[0]), printer, printer, false);
    Main.run(session, "rules", "lint", "--min-severity", "warning");
    assertThat(out.toString()).startsWith("no findings in");
  }
}
