package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.online.OnlineProgram;
import dev.firedrill.testkit.CommandLineTests;
import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.Repository;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The examples of the documentation do what it says they do.
class DocumentationTest {
  private static final Program ONLINE = new OnlineProgram(InProcess::run);

  @TestFactory
  Stream<DynamicTest> readme() {
    return CommandLineTests.documents("README.md", InProcess::run);
  }

  @TestFactory
  Stream<DynamicTest> commands() {
    return CommandLineTests.documents("docs/commands", ONLINE);
  }

  @TestFactory
  Stream<DynamicTest> checks() {
    return CommandLineTests.documents("docs/checks", ONLINE);
  }

  @TestFactory
  Stream<DynamicTest> ruleTests() {
    return CommandLineTests.documents("docs/rule-tests.md", InProcess::run);
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
