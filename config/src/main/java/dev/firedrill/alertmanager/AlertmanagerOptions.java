package dev.firedrill.alertmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Alertmanager's configuration is read.
///
/// @param mode which matcher parser is used
/// @param variables values for `${NAME}`; a placeholder without one is reported, and what depends
///     on it is not judged. Null: placeholders are plain text, as Alertmanager itself has it
public record AlertmanagerOptions(MatcherMode mode, @Nullable Map<String, String> variables) {
  /// As Alertmanager reads it by default.
  public static final AlertmanagerOptions STRICT =
      new AlertmanagerOptions(MatcherMode.FALLBACK, null);

  /// Alertmanager's defaults, for a file that is still to be filled in by somebody else.
  public static final AlertmanagerOptions DEFAULT =
      new AlertmanagerOptions(MatcherMode.FALLBACK, Map.of());

  /// {@return these options with another matcher parser}
  public AlertmanagerOptions withMode(MatcherMode other) {
    return new AlertmanagerOptions(other, variables());
  }

  /// {@return these options with values for `${NAME}`}
  public AlertmanagerOptions withVariables(Map<String, String> values) {
    return new AlertmanagerOptions(mode, Map.copyOf(values));
  }
}
