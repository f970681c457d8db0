package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Something wrong with a rule file, in our words and in promtool's.
///
/// @param promtool what `promtool check rules` prints for it after the file's name; null where it
///     prints nothing of its own
/// @param stage when Prometheus notices: nothing of a later stage is looked at then
public record RuleProblem(Diagnostic diagnostic, @Nullable String promtool, Stage stage) {
  /// A step in Prometheus's reading of a rule file.
  public enum Stage {
    /// Not YAML.
    SYNTAX,
    /// YAML of another shape: unknown and duplicate fields, wrong types.
    DECODING,
    /// A field's own reader refused its value, which ends the decoding.
    VALUE,
    /// Groups and rules that make no sense.
    VALIDATION,
    /// Nothing that Prometheus rejects.
    REMARK
  }
}
