package dev.firedrill.rules;

import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recognises files that are templates for Helm, or by Jinja: what they are rendered to is YAML,
/// they themselves need not be.
///
/// Alerts have templates of their own in labels and annotations, so that braces alone say nothing.
final class TemplatedFiles {
  private static final List<String> HELM_WORDS =
      List.of(
          ".Values.",
          ".Values ",
          ".Release.",
          ".Chart.",
          ".Capabilities.",
          "include \"",
          "toYaml ",
          "{{`",
          "{{ `",
          "{{\"{{",
          "{{ \"{{",
          "{% ",
          "{%- ",
          "{{ '{{",
          "{{'{{");

  private TemplatedFiles() {}

  static boolean isTemplated(YamlStream stream) {
    String text = stream.file().text();
    if (!text.contains("{{") && !text.contains("{%")) {
      return false;
    }
    boolean unreadable = !stream.complete() && hasActionOutsideValues(text);
    return unreadable || hasHelmWords(text, stream);
  }

  private static boolean hasHelmWords(String text, YamlStream stream) {
    String word = helmWord(text);
    return word != null
        && (!stream.complete() || stream.documents().stream().anyMatch(d -> uses(d, word)));
  }

  /// {@return the first of the words, in their order, that a text has; null where it has none}
  ///
  /// In one pass over the text: every file is asked.
  private static @Nullable String helmWord(String text) {
    int found = HELM_WORDS.size();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (!mayStart(text.charAt(i), text.charAt(i + 1))) {
        continue;
      }
      for (int word = 0; word < found; word++) {
        if (text.startsWith(HELM_WORDS.get(word), i)) {
          found = word;
        }
      }
    }
    return found < HELM_WORDS.size() ? HELM_WORDS.get(found) : null;
  }

  /// Whether one of the words may start with two characters.
  private static boolean mayStart(char first, char second) {
    return switch (first) {
      case '{' -> second == '{' || second == '%';
      case '.' -> second == 'V' || second == 'R' || second == 'C';
      case 'i' -> second == 'n';
      case 't' -> second == 'o';
      default -> false;
    };
  }

  /// Whether a value, rather than a comment, uses a word.
  private static boolean uses(YamlNode node, String word) {
    return switch (node) {
      case ScalarNode scalar -> scalar.text().contains(word);
      case SequenceNode sequence -> sequence.items().stream().anyMatch(n -> uses(n, word));
      case MappingNode mapping ->
          mapping.literal().stream()
              .anyMatch(entry -> uses(entry.key(), word) || uses(entry.value(), word));
    };
  }

  /// Whether a line starts with an action, as no annotation outside a block does.
  private static boolean hasActionOutsideValues(String text) {
    int line = 0;
    while (line < text.length()) {
      int start = line;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      if (text.startsWith("{{-", start)
          || text.startsWith("{%", start)
          || (start == line && text.startsWith("{{", start))) {
        return true;
      }
      int end = text.indexOf('\n', start);
      line = end < 0 ? text.length() : end + 1;
    }
    return false;
  }
}
