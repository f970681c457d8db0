package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one check is set: `off`, a severity, or a mapping of `severity` and the check's parameters.
///
/// @param level null where only parameters are set
/// @param parameters by name: strings, numbers, booleans and lists of them, as YAML reads them
public record CheckSetting(@Nullable Level level, Map<String, Object> parameters) {
  /// How much a check has to say.
  public enum Level {
    @JsonProperty("off")
    OFF,
    @JsonProperty("info")
    INFO,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("error")
    ERROR
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CheckSetting ofLevel(Level level) {
    return new CheckSetting(level, Map.of());
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static CheckSetting of(
      @JsonProperty("severity") @Nullable Level level,
      @JsonAnySetter @Nullable Map<String, Object> parameters) {
    return new CheckSetting(level, Settings.entries(parameters));
  }
}
