package dev.firedrill.yaml;

import org.jspecify.annotations.Nullable;

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

  /// {@return what a scalar is taken for}
  ///
  /// @param tag the tag in its short form (`!!int`); null where none is written
  public static ScalarKind of(
      String value, ScalarStyle style, @Nullable String tag, YamlDialect dialect) {
    return ScalarKinds.of(value, style, tag, dialect);
  }
}
