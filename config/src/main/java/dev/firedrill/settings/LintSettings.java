package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which checks run, and how.
///
/// @param checks by check id, in the order of the file
/// @param overrides for some of the files; later ones win
public record LintSettings(
    Preset preset, Map<String, CheckSetting> checks, List<LintOverride> overrides) {
  /// What holds where nothing is set.
  public static final LintSettings DEFAULT =
      new LintSettings(Preset.RECOMMENDED, Map.of(), List.of());

  /// Where the severities start from.
  public enum Preset {
    /// Each check's own severity.
    @JsonProperty("recommended")
    RECOMMENDED,
    /// Conventions are warnings.
    @JsonProperty("strict")
    STRICT
  }

  @JsonCreator
  static LintSettings of(
      @JsonProperty("preset") @Nullable Preset preset,
      @JsonProperty("checks") @Nullable Map<String, CheckSetting> checks,
      @JsonProperty("overrides") @Nullable List<LintOverride> overrides) {
    return new LintSettings(
        preset == null ? Preset.RECOMMENDED : preset,
        Settings.entries(checks),
        Settings.items(overrides));
  }
}
