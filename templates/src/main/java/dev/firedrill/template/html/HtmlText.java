package dev.firedrill.template.html;

import dev.firedrill.template.html.HtmlContext.Delimiter;
import dev.firedrill.template.html.HtmlContext.Element;
import java.util.Locale;

/// Text made safe for HTML.
final class HtmlText {
  /// What stands for a value that would be unsafe where it is.
  static final String UNSAFE = "ZgotmplZ";

  private HtmlText() {}

  /// {@return a text in which no character means anything in HTML}
  /// @param keepsReferences whether `&` stays, since the text is HTML already
  static String escaped(String text, boolean keepsReferences) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append('\ufffd');
        case '&' -> out.append(keepsReferences ? "&" : "&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"', '\'', '+' -> out.append("&#").append((int) c).append(';');
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// {@return a text to stand as a value without quotes}
  /// @param keepsReferences whether `&` stays, since the text is HTML already
  static String withoutSpaces(String text, boolean keepsReferences) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append("&#xfffd;");
        case '&' -> out.append(keepsReferences ? "&" : "&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\t', '\n', 0x0b, '\f', '\r', ' ', '"', '\'', '+', '=', '`' ->
            out.append("&#").append((int) c).append(';');
        default -> {
          if ((c >= 0xfdd0 && c <= 0xfdef) || c >= 0xfff0) {
            out.append("&#x").append(Integer.toHexString(c)).append(';');
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /// {@return a text as the name of an attribute}
  static String name(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    boolean plain =
        !name.isEmpty()
            && AttributeKinds.of(name) == AttributeKinds.Kind.PLAIN
            && name.chars().allMatch(c -> Chars.isLetterOrDigit((char) c));
    return plain ? name : UNSAFE;
  }

  /// {@return HTML without its tags and comments}
  static String withoutTags(String html) {
    StringBuilder out = new StringBuilder();
    HtmlContext context = HtmlContext.START;
    boolean allText = true;
    int at = 0;
    while (at < html.length()) {
      if (context.delimiter() == Delimiter.NONE) {
        boolean raw = context.element() != Element.NONE && !context.state().isInTag();
        HtmlContext read = raw ? context.with(HtmlState.RCDATA) : context;
        Step step = HtmlReader.transition(read, html.substring(at));
        int next = at + step.read();
        if (isText(context)) {
          int end = next;
          if (step.context().state() != context.state()) {
            int tag = html.lastIndexOf('<', next - 1);
            end = tag >= at ? tag : next;
          }
          out.append(html, at, end);
        } else {
          allText = false;
        }
        context = step.context();
        at = next;
      } else {
        int end = Chars.indexOfAny(html, context.delimiter().ends, at);
        if (end < 0) {
          break;
        }
        at = context.delimiter() == Delimiter.SPACE_OR_TAG_END ? end : end + 1;
        context = HtmlContext.of(HtmlState.TAG, context.element());
      }
    }
    if (allText) {
      return html;
    }
    return isText(context)
        ? out.append(html.substring(Math.min(at, html.length()))).toString()
        : out.toString();
  }

  private static boolean isText(HtmlContext context) {
    return context.is(HtmlState.TEXT) || context.is(HtmlState.RCDATA);
  }
}
