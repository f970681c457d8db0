package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Other settings of checks for some of the files or rules.
///
/// @param paths patterns of the files, relative to the settings file; empty for all files
/// @param match which rules are meant
/// @param checks by check id, in the order of the file
public record LintOverride(List<String> paths, RuleMatch match, Map<String, CheckSetting> checks) {
  @JsonCreator
  static LintOverride of(
      @JsonProperty("paths") @Nullable List<String> paths,
      @JsonProperty("match") @Nullable RuleMatch match,
      @JsonProperty("checks") @Nullable Map<String, CheckSetting> checks) {
    return new LintOverride(
        Settings.items(paths), match == null ? RuleMatch.ANY : match, Settings.entries(checks));
  }
}
