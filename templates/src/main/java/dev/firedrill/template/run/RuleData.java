package dev.firedrill.template.run;

import dev.firedrill.template.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the templates of an alerting rule are about.
///
/// @param labels those of the query's result, the metric name among them where it is kept
/// @param value a float, or a histogram
public record RuleData(
    Map<String, String> labels,
    Map<String, String> externalLabels,
    String externalUrl,
    Value value) {
  private static final String TYPE =
      "struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string;"
          + " Value interface {} }";

  /// {@return the data as templates see it}
  Value asValue() {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Labels", Value.ofLabels(labels));
    fields.put("ExternalLabels", Value.ofLabels(externalLabels));
    fields.put("ExternalURL", Value.of(externalUrl));
    fields.put("Value", value);
    return new Value.Struct(TYPE, fields, List.of("Value"), null);
  }
}
