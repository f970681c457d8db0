package dev.firedrill.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Prometheus's own scripts. What passes once must go on to pass.
class ConformanceScriptsTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("firedrill.root", "."))
          .resolve("../shared/conformance/promqltest")
          .normalize();

  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("aggregators.test", 120),
          Map.entry("at_modifier.test", 66),
          Map.entry("collision.test", 1),
          Map.entry("duration_expression.test", 45),
          Map.entry("extended_vectors.test", 120),
          Map.entry("fill-modifier.test", 37),
          Map.entry("functions.test", 337),
          Map.entry("histograms.test", 135),
          Map.entry("info.test", 36),
          Map.entry("limit.test", 30),
          Map.entry("literals.test", 18),
          Map.entry("name_label_dropping.test", 21),
          Map.entry("native_histograms.test", 391),
          Map.entry("operators.test", 158),
          Map.entry("range_queries.test", 13),
          Map.entry("selectors.test", 23),
          Map.entry("staleness.test", 10),
          Map.entry("start_timestamps.test", 20),
          Map.entry("subquery.test", 23),
          Map.entry("trig_functions.test", 14),
          Map.entry("type_and_unit.test", 44));

  @Test
  void passesAtLeastAsManyEvaluationsOfEachScriptAsEver() throws IOException {
    assumeTrue(Files.isDirectory(SCRIPTS), "needs " + SCRIPTS);
    Map<String, Integer> passed = new TreeMap<>();
    List<String> report = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int total = 0;
    int allPassed = 0;
    for (Path path : scripts()) {
      List<EvalOutcome> outcomes = run(path);
      int good = (int) outcomes.stream().filter(EvalOutcome::passed).count();
      String name = path.getFileName().toString();
      passed.put(name, good);
      report.add(name + " " + good + "/" + outcomes.size());
      total += outcomes.size();
      allPassed += good;
      outcomes.stream().filter(each -> !each.passed()).forEach(each -> failures.add(line(each)));
    }
    report.add("all " + allPassed + "/" + total);
    report.addAll(failures);
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/conformance-scripts.txt"), report);
    assertThat(FLOORS)
        .allSatisfy(
            (name, floor) -> assertThat(passed.get(name)).as(name).isGreaterThanOrEqualTo(floor));
  }

  private static List<Path> scripts() throws IOException {
    try (var files = Files.list(SCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  private static List<EvalOutcome> run(Path path) throws IOException {
    String name = path.getFileName().toString();
    Loaded<Script> loaded = ScriptReader.read(SourceFile.of(name, Files.readString(path)));
    assertThat(loaded.diagnostics()).as(name).isEmpty();
    return new ScriptRunner().run(loaded.get().orElseThrow());
  }

  private static String line(EvalOutcome outcome) {
    var location = outcome.eval().location();
    return location.file().path()
        + ":"
        + location.start().line()
        + ": "
        + outcome.reason()
        + " <- "
        + outcome.eval().expr();
  }
}
