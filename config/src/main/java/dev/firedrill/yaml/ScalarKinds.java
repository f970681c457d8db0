package dev.firedrill.yaml;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what Go's YAML libraries take a scalar for.
final class ScalarKinds {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Set<String> OLD_BOOLS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
          "OFF");
  private static final Set<String> FLOATS =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");

  private ScalarKinds() {}

  /// {@return what a scalar is}
  /// @param tag the tag in its short form (`!!int`), null where none is written
  static ScalarKind of(String value, ScalarStyle style, @Nullable String tag, YamlDialect dialect) {
    if (tag != null && !tag.equals("!")) {
      return ofTag(tag);
    }
    if (style != ScalarStyle.PLAIN || tag != null) {
      return ScalarKind.STRING;
    }
    return plain(value, dialect);
  }

  private static ScalarKind ofTag(String tag) {
    for (ScalarKind kind : ScalarKind.values()) {
      if (kind.tag().equals(tag)) {
        return kind;
      }
    }
    return ScalarKind.STRING;
  }

  private static ScalarKind plain(String value, YamlDialect dialect) {
    if (NULLS.contains(value)) {
      return ScalarKind.NULL;
    }
    if (value.equals("<<")) {
      return ScalarKind.MERGE;
    }
    char first = value.charAt(0);
    boolean numberLike = (first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0;
    if (!numberLike) {
      boolean bool =
          BOOLS.contains(value) || (dialect == YamlDialect.GO_V2 && OLD_BOOLS.contains(value));
      return bool ? ScalarKind.BOOL : ScalarKind.STRING;
    }
    return number(value, first);
  }

  private static ScalarKind number(String value, char first) {
    if (FLOATS.contains(value)) {
      return ScalarKind.FLOAT;
    }
    if (first != '.' && GoTimestamps.isTimestamp(value)) {
      return ScalarKind.TIMESTAMP;
    }
    String digits = value.replace("_", "");
    if (first != '.' && GoNumbers.parseInt(digits).isPresent()) {
      return ScalarKind.INT;
    }
    return GoNumbers.isFloat(digits) ? ScalarKind.FLOAT : ScalarKind.STRING;
  }
}
