package dev.firedrill.cli.report;

/// Texts as they stand in Markdown, tables and details of GitHub and GitLab included.
final class Markdown {
  private Markdown() {}

  /// {@return a text as code, in a cell of a table or anywhere else; nothing for an empty one}
  static String code(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String inner = text.replace("|", "\\|").replaceAll("\\s*\n\\s*", " ");
    return inner.contains("`") ? "`` " + inner + " ``" : "`" + inner + "`";
  }

  /// {@return a text as plain words, in a cell of a table or anywhere else}
  static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_|\\[\\]])", "\\\\$1")
        .replaceAll("\\s*\n\\s*", " ");
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
