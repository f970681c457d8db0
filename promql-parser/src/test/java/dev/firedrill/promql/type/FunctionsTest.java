package dev.firedrill.promql.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  @Test
  void findsFunctionsByTheirExactName() {
    assertThat(Functions.find("rate")).isPresent();
    assertThat(Functions.find("Rate")).isEmpty();
    assertThat(Functions.find("sum")).isEmpty();
  }

  @Test
  void knowsFormerNamesWhereAskedOnly() {
    assertThat(Functions.find("holt_winters")).isEmpty();
    assertThat(Functions.findRenamed("holt_winters").orElseThrow().arguments()).hasSize(3);
    assertThat(Functions.findRenamed("rate")).isEmpty();
  }

  @Test
  void hasTheFunctionsOfPrometheus() throws IOException {
    Optional<Path> file = Repository.shared("conformance/promql/functions.json");
    assumeTrue(file.isPresent(), "no conformance data beside the repository");
    JsonNode data = new ObjectMapper().readTree(file.get().toFile());
    Map<String, String> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : data.get("functions").properties()) {
      JsonNode f = entry.getValue();
      StringBuilder text = new StringBuilder();
      f.get("args").forEach(type -> text.append(type.asText()).append(' '));
      text.append(f.get("variadic")).append(' ').append(f.get("returns").asText());
      expected.put(entry.getKey(), text.append(' ').append(f.get("experimental")).toString());
    }
    Map<String, String> actual = new TreeMap<>();
    for (FunctionSignature f : Functions.all()) {
      StringBuilder text = new StringBuilder();
      f.arguments().forEach(type -> text.append(type.apiName()).append(' '));
      text.append(f.variadic()).append(' ').append(f.returns().apiName());
      actual.put(f.name(), text.append(' ').append(f.experimental()).toString());
    }
    assertThat(actual).isEqualTo(expected);
    for (AggregationOperator operator : AggregationOperator.values()) {
      assertThat(data.get("aggregators").toString()).contains("\"" + operator.keyword() + "\"");
    }
  }
}
