package dev.firedrill.lint;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of parameters as settings write them. The type of a parameter is that of its default.
final class ParameterValue {
  private ParameterValue() {}

  /// {@return a value of the parameter's type; empty where it is none}
  /// @param written as YAML reads it
  static Optional<Object> of(Parameter<?> parameter, Object written) {
    return switch (parameter.defaultValue()) {
      case Integer _ -> written instanceof Integer ? Optional.of(written) : Optional.empty();
      case Boolean _ -> bool(written);
      case Duration _ -> duration(String.valueOf(written));
      case List<?> _ -> texts(written).filter(texts -> isAllowed(parameter, texts));
      case Map<?, ?> map when isOfDurations(map) -> durationsByName(written);
      case Map<?, ?> _ -> textsByName(written);
      case null, default -> isText(written) ? Optional.of(text(written)) : Optional.empty();
    };
  }

  /// {@return what kind of value a parameter takes}
  static String expected(Parameter<?> parameter) {
    return switch (parameter.defaultValue()) {
      case Integer _ -> "a whole number";
      case Boolean _ -> "true or false";
      case Duration _ -> "a duration such as 5m";
      case List<?> _ ->
          parameter.allowed().isEmpty()
              ? "a list of texts"
              : "a list of " + String.join(", ", parameter.allowed());
      case Map<?, ?> map when isOfDurations(map) -> "durations by name";
      case Map<?, ?> _ -> "lists of texts by name";
      case null, default -> "a text";
    };
  }

  /// {@return whether a parameter's default is a mapping of durations}
  static boolean isOfDurations(Map<?, ?> map) {
    return map.values().stream().anyMatch(value -> value instanceof Duration);
  }

  private static Optional<Object> durationsByName(Object written) {
    if (!(written instanceof Map<?, ?> entries)) {
      return Optional.empty();
    }
    Map<String, Object> durations = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      Optional<Object> duration = duration(String.valueOf(entry.getValue()));
      if (duration.isEmpty()) {
        return Optional.empty();
      }
      durations.put(String.valueOf(entry.getKey()), duration.get());
    }
    return Optional.of(durations);
  }

  private static boolean isAllowed(Parameter<?> parameter, Object written) {
    return parameter.allowed().isEmpty()
        || (written instanceof List<?> texts && parameter.allowed().containsAll(texts));
  }

  private static Optional<Object> bool(Object written) {
    if (written instanceof Boolean) {
      return Optional.of(written);
    }
    return switch (String.valueOf(written)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> duration(String written) {
    try {
      return Optional.of(Duration.ofMillis(PrometheusDuration.parseMillis(written)));
    } catch (GoFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> texts(Object written) {
    if (!(written instanceof List<?> items)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      if (!isText(item)) {
        return Optional.empty();
      }
      texts.add(text(item));
    }
    return Optional.of(List.copyOf(texts));
  }

  private static Optional<Object> textsByName(Object written) {
    if (!(written instanceof Map<?, ?> entries)) {
      return Optional.empty();
    }
    Map<String, Object> lists = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      Optional<Object> list = texts(entry.getValue());
      if (list.isEmpty()) {
        return Optional.empty();
      }
      lists.put(String.valueOf(entry.getKey()), list.get());
    }
    return Optional.of(lists);
  }

  // A number where a text is wanted is taken for one.
  private static boolean isText(Object written) {
    return written instanceof String || written instanceof Number || written instanceof Boolean;
  }

  private static String text(Object written) {
    return String.valueOf(written);
  }
}
