package dev.firedrill.lint;

import java.util.List;

/// Something about a check that settings may change.
///
/// @param <T> String, Integer, Boolean, java.time.Duration or a list of strings
/// @param name the key in the settings, in snake case
/// @param defaultValue what applies where the settings say nothing
/// @param meaning one line for the docs and the schema
public record Parameter<T>(String name, T defaultValue, String meaning) {
  /// {@return a parameter that takes a list of strings}
  public static Parameter<List<String>> strings(
      String name, List<String> defaultValue, String meaning) {
    return new Parameter<>(name, List.copyOf(defaultValue), meaning);
  }
}
