package dev.firedrill.template.function;

import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What functions ask of the world around a template.
public interface Environment {
  /// Nothing to query, the epoch, and no URL.
  Environment NONE = new Environment() {};

  /// Evaluates PromQL at the time of the template.
  ///
  /// @return samples as [#sample] makes them, in the order of the engine
  /// @throws ValueFailure with the engine's words
  default List<Value> query(String expression) {
    throw new ValueFailure("nothing to query");
  }

  /// {@return the time of the template, in ms since the epoch}
  default long now() {
    return 0;
  }

  /// {@return the URL under which the server is reached; unit tests have none}
  default Optional<String> externalUrl() {
    return Optional.empty();
  }

  /// A label of the route that a notification takes, which may be a template itself.
  ///
  /// @return its text, rendered; empty where there is no such label
  /// @throws ValueFailure with the words of the failure to render it
  default String routeLabel(String name) {
    return "";
  }

  /// Counts the work of a function, where there is an end to what a template may do.
  ///
  /// @param steps each about as long as a node of the template takes
  /// @throws ValueFailure when it is too much
  default void spend(long steps) {}

  /// A sample of a query's result.
  ///
  /// @param value a float, or a histogram as [#histogram] makes it
  static Value sample(Map<String, String> labels, Value value) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Labels", Value.ofLabels(labels));
    fields.put("Value", value);
    return new Value.Struct(Samples.SAMPLE, fields, List.of("Value"), null);
  }

  /// A native histogram, which templates can hardly do more with than print.
  ///
  /// @param text as Prometheus prints it
  static Value histogram(String text, double count, double sum) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Count", Value.of(count));
    fields.put("Sum", Value.of(sum));
    return new Value.Struct("*histogram.FloatHistogram", fields, List.of(), text);
  }
}
