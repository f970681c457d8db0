package dev.firedrill.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/// A JSON Schema, which says what is wrong with documents.
public final class JsonSchema {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// {@return the schema in a file}
  ///
  /// @param file the draft is that of `$schema`, or 2020-12; a relative path is looked for in the
  ///     repository's root
  public static JsonSchema of(Path file) {
    return parse(Golden.read(Repository.root().resolve(file)));
  }

  /// {@return a schema}
  ///
  /// @param text the draft is that of `$schema`, or 2020-12
  public static JsonSchema parse(String text) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return new JsonSchema(registry.getSchema(text, InputFormat.JSON));
  }

  /// {@return what is wrong with a JSON document, each with its place; empty where it is valid}
  public List<String> violations(String json) {
    try {
      return violations(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      return List.of(e.toString());
    }
  }

  /// {@return what is wrong with the first document of YAML text, each with its place; empty where
  ///     it is valid}
  public List<String> violationsOfYaml(String yaml) {
    Iterator<Object> documents = new Yaml().loadAll(yaml).iterator();
    return violations(MAPPER.valueToTree(documents.hasNext() ? documents.next() : null));
  }

  private List<String> violations(JsonNode document) {
    return schema.validate(document).stream().map(Object::toString).toList();
  }
}
