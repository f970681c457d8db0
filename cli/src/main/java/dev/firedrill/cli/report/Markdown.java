package dev.firedrill.cli.report;

import java.util.List;

/// Texts as they stand in Markdown, tables and details of GitHub and GitLab included.
final class Markdown {
  // GitHub takes 65,536 characters in all.
  private static final int LONGEST = 12_000;

  private Markdown() {}

  /// {@return a text as code; nothing for an empty one}
  static String code(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String inner = text.replaceAll("\\s*\n\\s*", " ");
    return inner.contains("`") ? "`` " + inner + " ``" : "`" + inner + "`";
  }

  /// {@return Markdown fit for a cell of a table, where a bar would end it, in code too}
  static String cell(String markdown) {
    return markdown.replace("|", "\\|");
  }

  /// {@return a text as words: what stands between backticks is code, and nothing else is taken for
  ///     markup}
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    String[] parts = text.replaceAll("\\s*\n\\s*", " ").split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.append(code ? code(parts[i]) : escaped(i > 0 && i % 2 == 1 ? "`" + parts[i] : parts[i]));
    }
    return out.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]])", "\\\\$1");
  }

  /// {@return a block of text as it is, cut where a comment could not hold it}
  ///
  /// @param language by which it is coloured
  static String block(String language, String text) {
    List<String> lines = text.stripTrailing().replace("```", "` ` `").lines().toList();
    StringBuilder out = new StringBuilder("```").append(language).append('\n');
    int shown = 0;
    while (shown < lines.size() && out.length() + lines.get(shown).length() < LONGEST) {
      out.append(lines.get(shown++)).append('\n');
    }
    int more = lines.size() - shown;
    return out.append(more == 0 ? "" : "and " + Counted.of(more, "more line") + "\n")
        .append("```\n")
        .toString();
  }

  /// {@return the start of a part that is folded away}
  ///
  /// @param summary what is seen of it, in HTML
  static String details(String summary) {
    return "<details><summary>" + summary + "</summary>\n\n";
  }

  /// {@return the end of such a part}
  static String endOfDetails() {
    return "\n</details>\n";
  }
}
