package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one check is set: `off`, a severity, or a mapping of `severity` and the check's parameters.
///
/// @param level null where only parameters are set
/// @param parameters by name: strings, numbers, booleans and lists of them, as YAML reads them
public record CheckSetting(@Nullable Level level, Map<String, Object> parameters) {
  private static final String SEVERITY = "severity";

  /// How much a check has to say.
  public enum Level {
    OFF,
    INFO,
    WARNING,
    ERROR
  }

  /// @throws IllegalArgumentException if the value is none of the three forms
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CheckSetting of(Object value) {
    if (!(value instanceof Map<?, ?> settings)) {
      return new CheckSetting(level(value), Map.of());
    }
    @Nullable Level level = null;
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : settings.entrySet()) {
      if (entry.getValue() == null) {
        continue;
      }
      if (SEVERITY.equals(entry.getKey())) {
        level = level(entry.getValue());
      } else {
        parameters.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return new CheckSetting(level, Settings.entries(parameters));
  }

  private static Level level(Object word) {
    for (Level level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
        return level;
      }
    }
    throw new IllegalArgumentException("not a severity: " + word);
  }
}
