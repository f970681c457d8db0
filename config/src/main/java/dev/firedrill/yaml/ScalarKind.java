package dev.firedrill.yaml;

/// What Go's YAML libraries take a scalar for when nobody says which type is wanted.
public enum ScalarKind {
  NULL("!!null"),
  BOOL("!!bool"),
  INT("!!int"),
  FLOAT("!!float"),
  TIMESTAMP("!!timestamp"),
  MERGE("!!merge"),
  BINARY("!!binary"),
  STRING("!!str");

  private final String tag;

  ScalarKind(String tag) {
    this.tag = tag;
  }

  /// {@return the tag as Go's messages name it, such as `!!int`}
  public String tag() {
    return tag;
  }
}
