package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files that one Prometheus and its Alertmanager load. Patterns and paths are relative to the
/// settings file.
///
/// @param rules patterns of rule files
/// @param tests patterns of test files, rule tests and route tests alike
/// @param prometheus path of prometheus.yml; null for none
/// @param alertmanager path of alertmanager.yml; null for none
/// @param templates patterns of notification templates
/// @param data patterns of recordings
/// @param pathMap folders of the repository by the path under which a container mounts them
public record Stack(
    List<String> rules,
    List<String> tests,
    @Nullable String prometheus,
    @Nullable String alertmanager,
    List<String> templates,
    List<String> data,
    Map<String, String> pathMap) {
  @JsonCreator
  static Stack of(
      @JsonProperty("rules") @Nullable List<String> rules,
      @JsonProperty("tests") @Nullable List<String> tests,
      @JsonProperty("prometheus") @Nullable String prometheus,
      @JsonProperty("alertmanager") @Nullable String alertmanager,
      @JsonProperty("templates") @Nullable List<String> templates,
      @JsonProperty("data") @Nullable List<String> data,
      @JsonProperty("path_map") @Nullable Map<String, String> pathMap) {
    return new Stack(
        Settings.items(rules),
        Settings.items(tests),
        prometheus,
        alertmanager,
        Settings.items(templates),
        Settings.items(data),
        Settings.entries(pathMap));
  }
}
