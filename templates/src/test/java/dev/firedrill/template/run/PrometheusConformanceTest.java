package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.function.Functions;
import dev.firedrill.template.html.HtmlRun;
import dev.firedrill.template.value.Value;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Text templates with data and what Prometheus makes of them, kept outside the repository.
class PrometheusConformanceTest {
  private static final String FILE = "conformance/promql/template.jsonl";

  @Test
  void expandsAsPrometheusDoes() throws IOException {
    Optional<Path> file = Repository.shared(FILE);
    Assumptions.assumeTrue(file.isPresent(), FILE + " is not there");
    ObjectMapper json = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(file.orElseThrow())) {
      JsonNode row = json.readTree(line);
      rows++;
      String actual = expanded(row);
      String wanted = row.get("output").isNull() ? "FAILS" : row.get("output").asText();
      if (!wanted.equals(row.get("output").isNull() ? actual.substring(0, 5) : actual)) {
        wrong.add(row.get("text") + " gives " + actual + " instead of " + wanted);
      }
      String error = row.get("error").asText();
      if (!row.get("error").isNull() && !actual.endsWith(" " + error)) {
        wrong.add(row.get("text") + " says\n " + actual + "\n instead of\n " + error);
      }
    }
    assertThat(rows).isPositive();
    assertThat(wrong).isEmpty();
  }

  private static String expanded(JsonNode row) {
    String name = row.get("template_name").asText();
    boolean html = row.get("html").asBoolean();
    Dialect dialect = html ? Dialect.CONSOLE : Dialect.PROMETHEUS;
    return switch (Templates.parse(name, row.get("text").asText(), dialect)) {
      case TemplateResult.Rejected rejected ->
          "FAILS error parsing template " + name + ": " + rejected.first().text();
      case TemplateResult.Parsed(TemplateSet set) -> {
        RunOptions options =
            new RunOptions(Functions.prometheus(), new Row(row), missingKey(row.get("options")));
        Value data = input(row.get("input"));
        yield switch (html
            ? HtmlRun.runConsole(set, data, options)
            : TemplateRun.run(set, data, options)) {
          case RunResult.Completed completed -> completed.text();
          case RunResult.Failed failed ->
              "FAILS error executing template " + name + ": " + failed.message();
        };
      }
    };
  }

  private static MissingKey missingKey(JsonNode options) {
    return options.toString().contains("missingkey=error") ? MissingKey.ERROR : MissingKey.ZERO;
  }

  private static Value input(JsonNode input) {
    if (input.isNull()) {
      return Value.MISSING;
    }
    String type = input.get("go_type").asText();
    JsonNode value = input.get("value");
    if (type.equals("sample")) {
      return Environment.sample(Map.of(), sampleValue(value));
    }
    List<Value> elements = new ArrayList<>();
    for (JsonNode element : value) {
      String text = element.asText();
      elements.add(
          switch (type) {
            case "[]float64" -> Value.of(GoNumber.parseFloat(text));
            case "[]string" -> Value.of(text);
            default ->
                new Value.Int(
                    text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text),
                    type.substring(2));
          });
    }
    return new Value.Sequence(elements, type, false);
  }

  private static Value sampleValue(JsonNode sample) {
    if (!sample.has("histogram")) {
      return Value.of(sample.get("value").asDouble());
    }
    double count = sample.get("histogram").get("count").asDouble();
    double sum = sample.get("histogram").get("sum").asDouble();
    String text = "{count:" + GoFloat.general(count) + ", sum:" + GoFloat.general(sum) + "}";
    return Environment.histogram(text, count, sum);
  }

  private record Row(JsonNode row) implements Environment {
    @Override
    public List<Value> query(String expression) {
      List<Value> samples = new ArrayList<>();
      for (JsonNode sample : row.get("query_result")) {
        Map<String, String> labels = new TreeMap<>();
        sample
            .get("metric")
            .properties()
            .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
        samples.add(Environment.sample(labels, sampleValue(sample)));
      }
      return samples;
    }

    @Override
    public long now() {
      return row.get("now_ms").asLong();
    }

    @Override
    public Optional<String> externalUrl() {
      return Optional.of(row.get("external_url").asText());
    }
  }
}
