package dev.firedrill.lint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Something about a check that settings may change.
///
/// @param <T> String, Integer, Boolean, Duration, a list of strings, lists of strings by name,
///     or durations by name
/// @param name the key in the settings, in snake case
/// @param defaultValue what applies where the settings say nothing; its type is the parameter's
/// @param meaning one line for the docs and the schema
/// @param allowed the texts that may stand there; empty for any
public record Parameter<T>(String name, T defaultValue, String meaning, List<String> allowed) {
  public Parameter {
    allowed = List.copyOf(allowed);
  }

  /// A parameter that takes any value of its type.
  public Parameter(String name, T defaultValue, String meaning) {
    this(name, defaultValue, meaning, List.of());
  }

  /// {@return a parameter that takes a list of strings}
  public static Parameter<List<String>> strings(
      String name, List<String> defaultValue, String meaning) {
    return new Parameter<>(name, List.copyOf(defaultValue), meaning);
  }

  /// {@return a parameter that takes some of the given words, by default none}
  public static Parameter<List<String>> words(String name, List<String> allowed, String meaning) {
    return new Parameter<>(name, List.of(), meaning, allowed);
  }

  /// {@return a parameter that takes lists of strings by name, by default none}
  public static Parameter<Map<String, List<String>>> stringsByName(String name, String meaning) {
    return new Parameter<>(name, Map.of(), meaning);
  }

  /// {@return a parameter that takes a duration, such as `5m`}
  /// @param defaultValue zero where nothing is known without a setting
  public static Parameter<Duration> duration(String name, Duration defaultValue, String meaning) {
    return new Parameter<>(name, defaultValue, meaning);
  }
}
