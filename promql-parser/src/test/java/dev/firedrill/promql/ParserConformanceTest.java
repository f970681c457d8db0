package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Utf8;
import dev.firedrill.promql.ParseOptions.Feature;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Parses what Prometheus's own tests parse, where the conformance data lie beside the repository.
class ParserConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<String> differences = new ArrayList<>();

  @Test
  void givesTheVerdictAndTypeOfPrometheus() throws IOException {
    List<JsonNode> rows = rows("parser.jsonl");
    for (JsonNode row : rows) {
      ParseResult result = parse(row);
      String type = result instanceof Parsed p && !isSelector(row) ? p.type().apiName() : "null";
      boolean same = result instanceof Parsed == row.get("ok").asBoolean();
      if (!same || !type.equals(row.get("type").asText())) {
        differences.add(input(row) + " gave " + result);
      }
    }
    report("verdict and type", rows.size());
  }

  @Test
  void givesTheErrorsOfPrometheus() throws IOException {
    List<JsonNode> rows =
        rows("parser.jsonl").stream().filter(row -> row.hasNonNull("error")).toList();
    for (JsonNode row : rows) {
      if (parse(row) instanceof Rejected rejected) {
        compareErrors(row, rejected);
      }
    }
    report("errors", rows.size());
  }

  private void compareErrors(JsonNode row, Rejected rejected) {
    List<String> actual = rejected.errors().stream().map(e -> show(e, rejected.text())).toList();
    List<String> expected = new ArrayList<>();
    JsonNode position = row.get("position");
    expected.add(show(row.get("error").asText(), position.get("start"), position.get("end")));
    if (row.has("errors")) {
      expected.clear();
      row.get("errors")
          .forEach(
              e -> expected.add(show(e.get("message").asText(), e.get("start"), e.get("end"))));
    }
    int total = row.path("errors_total").asInt(expected.size());
    List<String> compared = actual;
    if (row.has("errors_truncated") && actual.size() > 10) {
      compared = new ArrayList<>(actual.subList(0, 5));
      compared.addAll(actual.subList(actual.size() - 5, actual.size()));
    }
    String full = rejected.first().format(rejected.text());
    if (!expected.equals(compared)
        || total != actual.size()
        || (row.has("full_error") && !full.equals(row.get("full_error").asText()))) {
      differences.add(
          input(row) + "\n    wanted " + expected + "\n    got    " + compared + " " + full);
    }
  }

  private static String show(ParseError error, String text) {
    return Utf8.byteOffset(text, error.span().start())
        + ".."
        + Utf8.byteOffset(text, error.span().end())
        + " "
        + error.message();
  }

  private static String show(String message, JsonNode start, JsonNode end) {
    return start.asInt() + ".." + end.asInt() + " " + message;
  }

  @Test
  void givesTheTreeOfPrometheus() throws IOException {
    List<JsonNode> rows = rows("parser_ast.jsonl");
    for (JsonNode row : rows) {
      String text = input(row);
      ParseResult result = Promql.parse(text, ParseOptions.ALL);
      if (!(result instanceof Parsed parsed)) {
        differences.add(text + " gave " + result);
        continue;
      }
      JsonNode actual = normal(JSON.readTree(AstJson.write(parsed.expr(), text)));
      JsonNode expected = normal(row.get("ast"));
      if (!actual.equals(expected)) {
        differences.add(text + "\n    wanted " + expected + "\n    got    " + actual);
      }
    }
    report("trees", rows.size());
  }

  // Numbers as doubles; fields that say nothing left out, which the data do not always do.
  private static JsonNode normal(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          JsonNode value = field.getValue();
          boolean zero =
              (field.getKey().equals("OriginalOffset_ms") && value.asDouble() == 0)
                  || value.asText().equals("one-to-one");
          if (!value.isNull() && !zero) {
            copy.set(field.getKey(), normal(value));
          }
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(element -> copy.add(normal(element)));
        yield copy;
      }
      default -> node.isNumber() ? JSON.getNodeFactory().numberNode(node.asDouble()) : node;
    };
  }

  @Test
  void findsTheSelectorsOfPrometheus() throws IOException {
    List<JsonNode> rows =
        rows("parser.jsonl").stream().filter(row -> row.hasNonNull("selectors")).toList();
    for (JsonNode row : rows) {
      Set<String> expected = new TreeSet<>();
      row.get("selectors").forEach(each -> expected.add(each.asText()));
      Parsed parsed = (Parsed) parse(row);
      Set<String> actual =
          ExprWalk.selectors(parsed.expr()).stream()
              .map(ParserConformanceTest::show)
              .collect(Collectors.toSet());
      if (!actual.equals(expected)) {
        differences.add(input(row) + " gave " + actual);
      }
    }
    report("selectors", rows.size());
  }

  private static String show(InstantSelector selector) {
    return selector.matchers().stream()
        .map(LabelMatcher::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static ParseResult parse(JsonNode row) {
    if (isSelector(row)) {
      return Promql.parseSelector(input(row));
    }
    Set<Feature> on = EnumSet.noneOf(Feature.class);
    row.path("options_on").forEach(option -> on.add(feature(option.asText())));
    row.path("features").forEach(option -> on.add(feature(option.asText())));
    return Promql.parse(input(row), new ParseOptions(on));
  }

  private static Feature feature(String option) {
    for (Feature feature : Feature.values()) {
      if (feature.flag().equals("promql-" + option)) {
        return feature;
      }
    }
    throw new IllegalArgumentException(option);
  }

  private static boolean isSelector(JsonNode row) {
    return row.path("entry").asText().equals("metric_selector");
  }

  private static String input(JsonNode row) {
    return row.hasNonNull("input")
        ? row.get("input").asText()
        : Utf8.decode(Base64.getDecoder().decode(row.get("input_base64").asText()));
  }

  private static List<JsonNode> rows(String file) throws IOException {
    Optional<Path> path = Repository.shared("conformance/promql/" + file);
    assumeTrue(path.isPresent(), "no conformance data beside the repository");
    List<JsonNode> rows = new ArrayList<>();
    for (Iterator<String> lines = Files.readAllLines(path.get()).iterator(); lines.hasNext(); ) {
      rows.add(JSON.readTree(lines.next()));
    }
    return rows;
  }

  private void report(String what, int total) {
    System.out.println(what + ": " + (total - differences.size()) + " of " + total + " agree");
    assertThat(differences).as(what).isEmpty();
  }
}
