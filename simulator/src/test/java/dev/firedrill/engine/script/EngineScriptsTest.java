package dev.firedrill.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The scripts of this repository: one test a file.
class EngineScriptsTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("firedrill.root", ".."), "testdata", "engine");

  @TestFactory
  Stream<DynamicTest> everyEvaluationIsAsExpected() throws IOException {
    return scripts().stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> run(path)));
  }

  private static List<Path> scripts() throws IOException {
    try (var files = Files.list(SCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  private static void run(Path path) throws IOException {
    Loaded<Script> loaded =
        ScriptReader.read(SourceFile.of(path.getFileName().toString(), Files.readString(path)));
    assertThat(loaded.diagnostics()).isEmpty();
    List<String> failures = new ArrayList<>();
    for (EvalOutcome outcome : new ScriptRunner().run(loaded.get().orElseThrow())) {
      if (!outcome.passed()) {
        int line = outcome.eval().location().start().line();
        failures.add(line + ": " + outcome.eval().expr() + ": " + outcome.reason());
      }
    }
    assertThat(failures).isEmpty();
  }
}
