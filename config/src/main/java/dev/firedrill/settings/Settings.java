package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a settings file says.
///
/// @param stacks by name, in the order of the file
/// @param environments by name, in the order of the file
public record Settings(
    Map<String, Stack> stacks, LintSettings lint, Map<String, Environment> environments) {
  /// What holds where there is no settings file.
  public static final Settings NONE = new Settings(Map.of(), LintSettings.DEFAULT, Map.of());

  @JsonCreator
  static Settings of(
      @JsonProperty("stacks") @Nullable Map<String, Stack> stacks,
      @JsonProperty("lint") @Nullable LintSettings lint,
      @JsonProperty("environments") @Nullable Map<String, Environment> environments) {
    return new Settings(
        entries(stacks), lint == null ? LintSettings.DEFAULT : lint, entries(environments));
  }

  static <T> List<T> items(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /// {@return a copy that keeps the order}
  /// @throws NullPointerException if a value is null, which the schema does not allow
  static <T> Map<String, T> entries(@Nullable Map<String, T> map) {
    if (map == null || map.isEmpty()) {
      return Map.of();
    }
    Map<String, T> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(name, Objects.requireNonNull(value, name)));
    return Collections.unmodifiableMap(copy);
  }
}
