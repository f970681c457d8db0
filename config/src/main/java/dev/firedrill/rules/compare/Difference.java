package dev.firedrill.rules.compare;

/// One thing that differs about a rule.
///
/// @param aspect what it is
/// @param name of the label or annotation; empty for anything else
/// @param before as written; empty where there was none
/// @param after as written; empty where there is none
public record Difference(Aspect aspect, String name, String before, String after) {
  /// What can differ.
  public enum Aspect {
    NAME("name"),
    EXPR("expr"),
    FOR("for"),
    KEEP_FIRING_FOR("keep_firing_for"),
    LABEL("label"),
    ANNOTATION("annotation"),
    INTERVAL("interval"),
    QUERY_OFFSET("query_offset"),
    LIMIT("limit");

    private final String word;

    Aspect(String word) {
      this.word = word;
    }

    /// {@return the key of rule files, where there is one}
    public String word() {
      return word;
    }
  }

  /// {@return what differs: `for`, `label severity`}
  public String subject() {
    return name.isEmpty() ? aspect.word() : aspect.word() + " " + name;
  }
}
