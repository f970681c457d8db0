package dev.firedrill.template.html;

import dev.firedrill.labels.GoQuote;

/// Follows text through style sheets.
final class CssReader {
  private static final String SPACE = "\t\n\f\r ";

  private CssReader() {}

  static Step style(HtmlContext context, String text) {
    int at = Chars.indexOfAny(text, "(\"'/", 0);
    while (at >= 0) {
      switch (text.charAt(at)) {
        case '(' -> {
          if (endsWithUrl(Chars.withoutTrailing(text.substring(0, at), SPACE))) {
            return url(context, text, at + 1);
          }
        }
        case '/' -> {
          if (text.startsWith("//", at)) {
            return new Step(context.with(HtmlState.CSS_LINE_COMMENT), at + 2);
          }
          if (text.startsWith("/*", at)) {
            return new Step(context.with(HtmlState.CSS_BLOCK_COMMENT), at + 2);
          }
        }
        case '"' -> {
          return new Step(context.with(HtmlState.CSS_DOUBLE_QUOTED), at + 1);
        }
        default -> {
          return new Step(context.with(HtmlState.CSS_SINGLE_QUOTED), at + 1);
        }
      }
      at = Chars.indexOfAny(text, "(\"'/", at + 1);
    }
    return new Step(context, text.length());
  }

  private static Step url(HtmlContext context, String text, int from) {
    int at = Chars.spaceEnd(text, from);
    char first = at < text.length() ? text.charAt(at) : 0;
    return switch (first) {
      case '"' -> new Step(context.with(HtmlState.CSS_DOUBLE_QUOTED_URL), at + 1);
      case '\'' -> new Step(context.with(HtmlState.CSS_SINGLE_QUOTED_URL), at + 1);
      default -> new Step(context.with(HtmlState.CSS_URL), at);
    };
  }

  private static boolean endsWithUrl(String text) {
    int start = text.length() - 3;
    return start >= 0
        && text.regionMatches(true, start, "url", 0, 3)
        && (start == 0 || !CssText.isNamePart(text.codePointBefore(start)));
  }

  /// A string, quoted or as a URL; all of them are taken for URLs.
  static Step string(HtmlContext context, String text) {
    String special =
        switch (context.state()) {
          case CSS_DOUBLE_QUOTED, CSS_DOUBLE_QUOTED_URL -> "\\\"";
          case CSS_SINGLE_QUOTED, CSS_SINGLE_QUOTED_URL -> "\\'";
          default -> "\\\t\n\f\r )";
        };
    HtmlContext current = context;
    int from = 0;
    while (true) {
      int at = Chars.indexOfAny(text, special, from);
      if (at < 0) {
        String rest = CssText.decoded(text.substring(from));
        // As upstream, which counts the decoded characters: what follows is read again.
        Step step = HtmlReader.url(current, rest);
        return new Step(step.context(), from + step.read());
      }
      if (text.charAt(at) != '\\') {
        return new Step(current.with(HtmlState.CSS), at + 1);
      }
      at++;
      if (at == text.length()) {
        return Step.failed(
            text, "unfinished escape sequence in CSS string: " + GoQuote.quote(text));
      }
      current = HtmlReader.url(current, CssText.decoded(text.substring(0, at + 1))).context();
      from = at + 1;
    }
  }
}
