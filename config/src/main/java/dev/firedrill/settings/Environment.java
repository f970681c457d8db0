package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the same rules run under other circumstances: a set of what the command line would
/// otherwise be told by `--prometheus-config`, `--external-label` and `--env-file`.
///
/// @param prometheus path of prometheus.yml, relative to the settings file; null for the stack's
/// @param externalLabels added to, and winning over, those of prometheus.yml
/// @param envFile path of a file of `NAME=value` lines for `${NAME}`; null for none
public record Environment(
    @Nullable String prometheus, Map<String, String> externalLabels, @Nullable String envFile) {
  @JsonCreator
  static Environment of(
      @JsonProperty("prometheus") @Nullable String prometheus,
      @JsonProperty("external_labels") @Nullable Map<String, String> externalLabels,
      @JsonProperty("env_file") @Nullable String envFile) {
    return new Environment(prometheus, Settings.entries(externalLabels), envFile);
  }
}
