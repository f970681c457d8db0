package dev.firedrill.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The JSON Schema of the settings with each check and its parameters, for editors.
public final class SettingsSchema {
  private static final String BASE = "settings.schema.json";
  private static final String DURATION =
      "^(0|([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SettingsSchema() {}

  /// {@return the schema, ending in a line break}
  public static String of(List<CheckInfo> checks) {
    try (InputStream base = SettingsReader.class.getResourceAsStream(BASE)) {
      if (base == null) {
        throw new IllegalStateException(BASE + " is missing");
      }
      ObjectNode schema = (ObjectNode) JSON.readTree(base);
      ObjectNode definition = (ObjectNode) schema.path("$defs").path("checks");
      definition.put("additionalProperties", false);
      ObjectNode properties = definition.putObject("properties");
      for (CheckInfo check : checks) {
        describe(check, properties.putObject(check.id()));
      }
      return JSON.writeValueAsString(schema) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(CheckInfo info, ObjectNode check) {
    check.put("description", info.summary());
    ArrayNode forms = check.putArray("anyOf");
    forms.addObject().put("$ref", "#/$defs/level");
    ObjectNode mapping = forms.addObject();
    mapping.put("type", "object");
    mapping.put("additionalProperties", false);
    ObjectNode properties = mapping.putObject("properties");
    properties.putObject("severity").put("$ref", "#/$defs/level");
    for (Parameter<?> parameter : info.parameters()) {
      describe(parameter, properties.putObject(parameter.name()));
    }
  }

  private static void describe(Parameter<?> parameter, ObjectNode value) {
    value.put("description", parameter.meaning());
    switch (parameter.defaultValue()) {
      case Integer number -> value.put("type", "integer").put("default", number);
      case Boolean flag -> value.put("type", "boolean").put("default", flag);
      case Duration duration -> {
        value.put("type", "string").put("pattern", DURATION);
        if (!duration.isZero()) {
          value.put("default", text(duration));
        }
      }
      case List<?> list -> {
        ObjectNode each = value.put("type", "array").putObject("items");
        if (parameter.allowed().isEmpty()) {
          each.put("type", "string");
        } else {
          ArrayNode allowed = each.putArray("enum");
          parameter.allowed().forEach(allowed::add);
        }
        ArrayNode items = value.putArray("default");
        list.forEach(item -> items.add(String.valueOf(item)));
      }
      case Map<?, ?> map -> describe(map, value);
      case null, default ->
          value.put("type", "string").put("default", String.valueOf(parameter.defaultValue()));
    }
  }

  private static void describe(Map<?, ?> map, ObjectNode value) {
    value.put("type", "object");
    ObjectNode values = value.putObject("additionalProperties");
    if (ParameterValue.isOfDurations(map)) {
      values.put("type", "string").put("pattern", DURATION);
      return;
    }
    values.put("type", "array").putObject("items").put("type", "string");
  }

  private static String text(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}
