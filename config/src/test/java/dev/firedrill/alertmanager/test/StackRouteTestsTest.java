package dev.firedrill.alertmanager.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The route tests of the stacks under testdata, which a real Alertmanager has judged too.
class StackRouteTestsTest {
  @TestFactory
  Stream<DynamicTest> passes() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.file("testdata"))) {
      List<Path> tests =
          files.filter(file -> file.getFileName().toString().equals("routes_test.yml")).toList();
      assertThat(tests).isNotEmpty();
      return tests.stream().flatMap(StackRouteTestsTest::testsOf);
    }
  }

  private static Stream<DynamicTest> testsOf(Path path) {
    Loaded<RouteTestFile> loaded = RouteTestReader.read(source(path));
    assertThat(loaded.diagnostics()).isEmpty();
    RouteTestFile file = loaded.get().orElseThrow();
    SourceFile config = source(path.resolveSibling(file.alertmanager().value()).normalize());
    AlertmanagerConfig alertmanager =
        AlertmanagerReader.read(config, AlertmanagerOptions.DEFAULT).loaded().get().orElseThrow();
    assertThat(file.tests()).isNotEmpty();
    return file.tests().stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name().value(),
                    () -> assertThat(RouteTestResult.of(test, alertmanager).failures()).isEmpty()));
  }

  private static SourceFile source(Path path) {
    try {
      return SourceFile.of(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
