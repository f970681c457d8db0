package dev.firedrill.alertmanager;

/// A matcher text on which Alertmanager's two parsers differ; the classic reading is taken.
///
/// @param kind how they differ
/// @param reason why the UTF-8 parser refuses the text, or how it reads it
/// @param suggestion the text that both parsers read as the classic one did
public record MatcherWarning(Kind kind, String reason, String suggestion) {
  /// How the parsers differ.
  public enum Kind {
    /// Only the classic parser takes the text.
    CLASSIC_ONLY,
    /// Both take it, and read different matchers.
    DISAGREEMENT
  }
}
