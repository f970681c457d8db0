package dev.firedrill.template.html;

import dev.firedrill.template.html.HtmlContext.Delimiter;
import java.util.regex.Pattern;

/// Text of a template as a page may have it: without comments, and with `<` escaped where it starts
/// no tag.
final class TextEdit {
  private static final String DOCTYPE = "<!DOCTYPE";
  private static final Pattern SCRIPT_TAG = Pattern.compile("(?i)<(?=/?script|!--)");

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int written;

  TextEdit(String text) {
    this.text = text;
  }

  /// What came of it.
  ///
  /// @param context where the text leads
  record Edited(HtmlContext context, String text) {}

  Edited run(HtmlContext start) {
    HtmlContext context = start;
    int at = 0;
    while (at < text.length()) {
      Step step = HtmlReader.read(context, text.substring(at));
      int next = at + step.read();
      piece(context, step.context(), at, next);
      context = step.context();
      at = next;
    }
    if (context.is(HtmlState.ERROR)) {
      return new Edited(context, text);
    }
    if (!isHidden(context)) {
      out.append(text, written, text.length());
    }
    return new Edited(context, written == 0 && !isHidden(context) ? text : out.toString());
  }

  private static boolean isHidden(HtmlContext context) {
    return context.state().isComment() && context.delimiter() == Delimiter.NONE;
  }

  private void piece(HtmlContext before, HtmlContext after, int from, int to) {
    boolean changes = before.state() != after.state();
    if (before.is(HtmlState.TEXT) || before.is(HtmlState.RCDATA)) {
      int end = to;
      if (changes) {
        int tag = text.lastIndexOf('<', to - 1);
        end = tag >= from ? tag : to;
      }
      escapeTags(from, end);
    } else if (isHidden(before)) {
      leave(before, to);
    } else if (before.state().isScriptLiteral()) {
      out.append(text, written, from);
      out.append(SCRIPT_TAG.matcher(text.substring(from, to)).replaceAll("\\\\x3C"));
      written = to;
    }
    if (changes && isHidden(after)) {
      int start =
          switch (after.state()) {
            case HTML_COMMENT, JS_HTML_OPEN_COMMENT -> to - 4;
            case JS_HTML_CLOSE_COMMENT -> to - 3;
            default -> to - 2;
          };
      out.append(text, Math.min(written, start), start);
      written = to;
    }
  }

  private void escapeTags(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '<' && !text.regionMatches(true, i, DOCTYPE, 0, DOCTYPE.length())) {
        out.append(text, written, i).append("&lt;");
        written = i + 1;
      }
    }
  }

  /// A comment stands for a space, or for a line break where there is one in it.
  private void leave(HtmlContext comment, int to) {
    if (comment.is(HtmlState.JS_BLOCK_COMMENT)) {
      boolean breaks = Chars.indexOfAny(text.substring(written, to), "\n\r\u2028\u2029", 0) >= 0;
      out.append(breaks ? '\n' : ' ');
    } else if (comment.is(HtmlState.CSS_BLOCK_COMMENT)) {
      out.append(' ');
    }
    written = to;
  }
}
