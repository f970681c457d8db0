package dev.firedrill.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which rules an override is for. Regular expressions, for whole names; null where nothing is
/// asked.
///
/// @param alert name of an alert
/// @param record name of a record
/// @param group name of the group
/// @param labels values of labels by name
public record RuleMatch(
    @Nullable String alert,
    @Nullable String record,
    @Nullable String group,
    Map<String, String> labels) {
  /// Any rule.
  public static final RuleMatch ANY = new RuleMatch(null, null, null, Map.of());

  @JsonCreator
  static RuleMatch of(
      @JsonProperty("alert") @Nullable String alert,
      @JsonProperty("record") @Nullable String record,
      @JsonProperty("group") @Nullable String group,
      @JsonProperty("labels") @Nullable Map<String, String> labels) {
    return new RuleMatch(alert, record, group, Settings.entries(labels));
  }
}
