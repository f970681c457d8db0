package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.online.OnlineProgram;
import dev.firedrill.testkit.CommandLineTests;
import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The examples of the documentation do what it says they do.
class DocumentationTest {
  private static final Program ONLINE = new OnlineProgram(InProcess::run);

  /// Examples that are no commands and no files for them: a drawing, and files for services, which
  /// `WorkflowTest`, `GitlabTest` and `PreCommitOracleTest` run.
  private static final Map<String, Integer> ELSEWHERE =
      Map.of("docs/architecture.md", 1, "docs/ci.md", 5);

  @TestFactory
  Stream<DynamicTest> readme() {
    return CommandLineTests.documents("README.md", InProcess::run);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return CommandLineTests.documents("docs", ONLINE);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsRun() {
    return Stream.of("README.md", "docs")
        .flatMap(path -> CommandLineTests.notRun(path).entrySet().stream())
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () ->
                        assertThat(page.getValue())
                            .as("fences that neither are commands nor have a title")
                            .hasSize(ELSEWHERE.getOrDefault(page.getKey(), 0))));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandHasAPage() {
    return Catalog.paths().stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      Path page =
                          Repository.file("docs/commands/" + path.replace(' ', '-') + ".md");
                      assertThat(page).content().startsWith("# firedrill " + path + "\n");
                    }));
  }
}
