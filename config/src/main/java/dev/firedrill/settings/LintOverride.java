package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Other settings of checks for some of the files.
///
/// @param paths patterns of the files, relative to the settings file
/// @param checks by check id, in the order of the file
public record LintOverride(List<String> paths, Map<String, CheckSetting> checks) {
  @JsonCreator
  static LintOverride of(
      @JsonProperty(value = "paths", required = true) List<String> paths,
      @JsonProperty("checks") @Nullable Map<String, CheckSetting> checks) {
    return new LintOverride(Settings.items(paths), Settings.entries(checks));
  }
}
