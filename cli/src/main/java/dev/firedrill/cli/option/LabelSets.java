package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.labels.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Label sets as they are given on the command line.
public final class LabelSets {
  private LabelSets() {}

  /// {@return the labels that words of the form NAME=VALUE give; quotes around a value are taken
  /// off}
  /// @throws UsageException when a word has another form, or a name two values
  public static Labels of(List<String> words) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new UsageException("'" + word + "': expected NAME=VALUE");
      }
      String name = word.substring(0, equals);
      String value = word.substring(equals + 1);
      if (value.startsWith("~") || name.endsWith("!")) {
        throw new UsageException(
            "'" + word + "': expected NAME=VALUE, not a matcher; quote a value as in a=\"~b\"");
      }
      String other = given.put(name, unquoted(value));
      if (other != null && !other.equals(unquoted(value))) {
        throw new UsageException(
            "label " + name + " is given twice: '" + other + "' and '" + unquoted(value) + "'");
      }
    }
    return Labels.of(given);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
