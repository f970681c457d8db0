package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.labels.Labels;
import java.util.List;

/// Label sets as they are given on the command line.
public final class LabelSets {
  private LabelSets() {}

  /// {@return the labels that words of the form NAME=VALUE give; quotes around a value are taken
  /// off}
  public static Labels of(List<String> words) {
    Labels.Builder labels = new Labels.Builder();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new UsageException("'" + word + "': expected NAME=VALUE");
      }
      labels.set(word.substring(0, equals), unquoted(word.substring(equals + 1)));
    }
    return labels.build();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
