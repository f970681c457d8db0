package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Parses the expressions of real rule files, where the corpus lies beside the repository.
class CorpusTest {
  @Test
  void acceptsWhatPromtoolAccepts() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (Path file : acceptedFiles()) {
      for (Object document : yaml().loadAll(Files.readString(file))) {
        collect(document, expressions);
      }
    }
    List<String> refused = new ArrayList<>();
    for (String expression : expressions) {
      if (Promql.parse(expression) instanceof Rejected rejected) {
        refused.add(expression + "\n    " + rejected.first().format(expression));
      }
    }
    System.out.println(
        "corpus: " + (expressions.size() - refused.size()) + " of " + expressions.size());
    assertThat(expressions).hasSizeGreaterThan(1000);
    assertThat(refused).isEmpty();
  }

  private static List<Path> acceptedFiles() throws IOException {
    Optional<Path> corpus = Repository.shared("corpus/verdicts.jsonl");
    assumeTrue(corpus.isPresent(), "no corpus beside the repository");
    List<Path> files = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.get())) {
      JsonNode verdict = new ObjectMapper().readTree(line);
      if (verdict.get("exit").asInt() == 0
          && verdict.get("tool").asText().equals("promtool check rules")) {
        files.add(corpus.get().resolveSibling(verdict.get("file").asText()));
      }
    }
    return files;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return new Yaml(new SafeConstructor(options));
  }

  // Rules are the maps that have an expression.
  private static void collect(Object node, List<String> expressions) {
    switch (node) {
      case Map<?, ?> map -> {
        Object expr = map.get("expr");
        if (expr != null && (map.containsKey("alert") || map.containsKey("record"))) {
          expressions.add(expr.toString());
        }
        map.values().forEach(value -> collect(value, expressions));
      }
      case List<?> list -> list.forEach(value -> collect(value, expressions));
      case null, default -> {}
    }
  }
}
