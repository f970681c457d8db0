package dev.firedrill.template.html;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.html.HtmlContext.Attribute;
import dev.firedrill.template.html.HtmlContext.Delimiter;
import dev.firedrill.template.html.HtmlContext.Element;
import dev.firedrill.template.html.HtmlContext.SlashMeaning;
import dev.firedrill.template.html.HtmlContext.UrlPart;
import java.util.Locale;

/// Follows text through a page: what the state is after each piece of it.
final class HtmlReader {
  private static final String COMMENT_START = "<!--";
  private static final String COMMENT_END = "-->";
  private static final int QUOTED_IN_MESSAGE = 32;

  private HtmlReader() {}

  /// {@return where the start of a text leads; the rest is to be read from there}
  static Step read(HtmlContext context, String text) {
    return context.delimiter() == Delimiter.NONE
        ? outsideOfValue(context, text)
        : insideOfValue(context, text);
  }

  private static Step outsideOfValue(HtmlContext context, String text) {
    Step end = specialTagEnd(context, text);
    return end.read() == 0 ? end : transition(context, text.substring(0, end.read()));
  }

  private static Step insideOfValue(HtmlContext context, String text) {
    int end = Chars.indexOfAny(text, context.delimiter().ends, 0);
    boolean unquoted = context.delimiter() == Delimiter.SPACE_OR_TAG_END;
    String value = end < 0 ? text : text.substring(0, end);
    if (unquoted) {
      int bad = Chars.indexOfAny(value, "\"'<=`", 0);
      if (bad >= 0) {
        String shown = GoQuote.quote(value.substring(bad, bad + 1));
        return Step.failed(text, shown + " in unquoted attr: " + GoQuote.quote(value));
      }
    }
    if (end < 0) {
      return new Step(throughout(context, HtmlEntities.decoded(text)), text.length());
    }
    boolean otherScript =
        context.is(HtmlState.ATTR)
            && context.element() == Element.SCRIPT
            && context.attribute() == Attribute.SCRIPT_TYPE
            && !AttributeKinds.isScriptType(value);
    Element element = otherScript ? Element.NONE : context.element();
    return new Step(HtmlContext.of(HtmlState.TAG, element), unquoted ? end : end + 1);
  }

  private static HtmlContext throughout(HtmlContext context, String value) {
    HtmlContext current = context;
    int from = 0;
    while (from < value.length()) {
      Step step = transition(current, value.substring(from));
      current = step.context();
      from += step.read();
    }
    return current;
  }

  /// {@return the start of the text at a time, where it ends or changes the state}
  static Step transition(HtmlContext context, String text) {
    return switch (context.state()) {
      case TEXT -> text(context, text);
      case TAG -> tag(context, text);
      case ATTR_NAME -> attributeName(context, text);
      case AFTER_NAME -> afterName(context, text);
      case BEFORE_VALUE -> beforeValue(context, text);
      case HTML_COMMENT -> comment(context, text);
      case RCDATA -> specialTagEnd(context, text);
      case ATTR, ERROR, DEAD -> new Step(context, text.length());
      case URL, SRCSET -> url(context, text);
      case JS -> JsReader.script(context, text);
      case JS_DOUBLE_QUOTED, JS_SINGLE_QUOTED, JS_REGEXP -> JsReader.literal(context, text);
      case JS_TEMPLATE -> JsReader.template(context, text);
      case JS_BLOCK_COMMENT -> blockComment(context, text, HtmlState.JS);
      case JS_LINE_COMMENT, JS_HTML_OPEN_COMMENT, JS_HTML_CLOSE_COMMENT ->
          lineComment(context, text, HtmlState.JS, "\n\r\u2028\u2029");
      case CSS -> CssReader.style(context, text);
      case CSS_DOUBLE_QUOTED,
          CSS_SINGLE_QUOTED,
          CSS_DOUBLE_QUOTED_URL,
          CSS_SINGLE_QUOTED_URL,
          CSS_URL ->
          CssReader.string(context, text);
      case CSS_BLOCK_COMMENT -> blockComment(context, text, HtmlState.CSS);
      case CSS_LINE_COMMENT -> lineComment(context, text, HtmlState.CSS, "\n\f\r");
    };
  }

  private static Step text(HtmlContext context, String text) {
    int from = 0;
    while (true) {
      int open = text.indexOf('<', from);
      if (open < 0 || open + 1 == text.length()) {
        return new Step(context, text.length());
      }
      if (text.startsWith(COMMENT_START, open)) {
        return new Step(
            HtmlContext.of(HtmlState.HTML_COMMENT, Element.NONE), open + COMMENT_START.length());
      }
      int name = open + 1;
      boolean closing = text.charAt(name) == '/';
      if (closing) {
        name++;
        if (name == text.length()) {
          return new Step(context, text.length());
        }
      }
      int end = tagNameEnd(text, name);
      if (end != name) {
        Element element = closing ? Element.NONE : Element.of(text.substring(name, end));
        return new Step(HtmlContext.of(HtmlState.TAG, element), end);
      }
      from = end;
    }
  }

  private static int tagNameEnd(String text, int from) {
    if (from == text.length() || !Chars.isLetter(text.charAt(from))) {
      return from;
    }
    int end = from + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean joins =
          (c == ':' || c == '-')
              && end + 1 < text.length()
              && Chars.isLetterOrDigit(text.charAt(end + 1));
      if (!Chars.isLetterOrDigit(c) && !joins) {
        break;
      }
      end += joins ? 2 : 1;
    }
    return end;
  }

  private static Step tag(HtmlContext context, String text) {
    int start = Chars.spaceEnd(text, 0);
    if (start == text.length()) {
      return new Step(context, text.length());
    }
    if (text.charAt(start) == '>') {
      return new Step(HtmlContext.of(context.element().content, context.element()), start + 1);
    }
    int end = nameEnd(text, start);
    if (end < 0) {
      return badName(text, text, start);
    }
    if (end == start) {
      return Step.failed(
          text,
          "expected space, attr name, or end of tag, but got "
              + GoQuote.quote(text.substring(start)));
    }
    String name = text.substring(start, end).toLowerCase(Locale.ROOT);
    HtmlState next = end == text.length() ? HtmlState.ATTR_NAME : HtmlState.AFTER_NAME;
    return new Step(
        HtmlContext.of(next, context.element()).with(attribute(context.element(), name)), end);
  }

  private static Attribute attribute(Element element, String name) {
    return element == Element.SCRIPT && name.equals("type")
        ? Attribute.SCRIPT_TYPE
        : switch (AttributeKinds.of(name)) {
          case URL -> Attribute.URL;
          case CSS -> Attribute.STYLE;
          case JS -> Attribute.SCRIPT;
          case SRCSET -> Attribute.SRCSET;
          case PLAIN, HTML, UNSAFE -> Attribute.NONE;
        };
  }

  /// {@return where the name of an attribute ends; -1 where a character is in it that no name has}
  private static int nameEnd(String text, int from) {
    int at = Chars.indexOfAny(text, " \t\n\f\r=>'\"<", from);
    if (at < 0) {
      return text.length();
    }
    char c = text.charAt(at);
    return c == '\'' || c == '"' || c == '<' ? -1 : at;
  }

  private static Step badName(String text, String shown, int from) {
    int at = Chars.indexOfAny(text, "'\"<", from);
    String bad = GoQuote.quote(text.substring(at, at + 1));
    return Step.failed(text, bad + " in attribute name: " + quotedStart(shown));
  }

  /// {@return the first characters of a text in quotes}
  static String quotedStart(String text) {
    int most = Math.min(QUOTED_IN_MESSAGE, text.codePointCount(0, text.length()));
    return GoQuote.quote(text.substring(0, text.offsetByCodePoints(0, most)));
  }

  private static Step attributeName(HtmlContext context, String text) {
    int end = nameEnd(text, 0);
    if (end < 0) {
      return badName(text, text, 0);
    }
    return new Step(end == text.length() ? context : context.with(HtmlState.AFTER_NAME), end);
  }

  private static Step afterName(HtmlContext context, String text) {
    int at = Chars.spaceEnd(text, 0);
    if (at == text.length()) {
      return new Step(context, at);
    }
    return text.charAt(at) == '='
        ? new Step(context.with(HtmlState.BEFORE_VALUE), at + 1)
        : new Step(context.with(HtmlState.TAG), at);
  }

  private static Step beforeValue(HtmlContext context, String text) {
    int at = Chars.spaceEnd(text, 0);
    if (at == text.length()) {
      return new Step(context, at);
    }
    Delimiter delimiter =
        switch (text.charAt(at)) {
          case '\'' -> Delimiter.SINGLE_QUOTE;
          case '"' -> Delimiter.DOUBLE_QUOTE;
          default -> Delimiter.SPACE_OR_TAG_END;
        };
    HtmlContext value = context.with(context.attribute().start).with(delimiter);
    return new Step(value, delimiter == Delimiter.SPACE_OR_TAG_END ? at : at + 1);
  }

  private static Step comment(HtmlContext context, String text) {
    int end = text.indexOf(COMMENT_END);
    return end < 0
        ? new Step(context, text.length())
        : new Step(HtmlContext.START, end + COMMENT_END.length());
  }

  /// {@return all up to the end tag of an element such as `script`, which leads out of it}
  static Step specialTagEnd(HtmlContext context, String text) {
    Element element = context.element();
    boolean hidden =
        element == Element.SCRIPT
            && (context.state().isScriptLiteral() || context.state().isComment());
    if (element == Element.NONE || hidden) {
      return new Step(context, text.length());
    }
    int end = tagEnd(text, element.tag);
    return end < 0 ? new Step(context, text.length()) : new Step(HtmlContext.START, end);
  }

  private static int tagEnd(String text, String tag) {
    int from = text.indexOf("</");
    while (from >= 0) {
      int after = from + 2 + tag.length();
      if (after < text.length()
          && text.regionMatches(true, from + 2, tag, 0, tag.length())
          && "> \t\n\f/".indexOf(text.charAt(after)) >= 0) {
        return from;
      }
      from = text.indexOf("</", from + 2);
    }
    return -1;
  }

  static Step url(HtmlContext context, String text) {
    UrlPart part = context.urlPart();
    if (Chars.indexOfAny(text, "#?", 0) >= 0) {
      part = UrlPart.QUERY_OR_FRAGMENT;
    } else if (part == UrlPart.NONE && Chars.spaceEnd(text, 0) != text.length()) {
      part = UrlPart.PRE_QUERY;
    }
    return new Step(context.with(part), text.length());
  }

  private static Step blockComment(HtmlContext context, String text, HtmlState after) {
    int end = text.indexOf("*/");
    return end < 0 ? new Step(context, text.length()) : new Step(context.with(after), end + 2);
  }

  /// The end of the line is not part of the comment.
  private static Step lineComment(
      HtmlContext context, String text, HtmlState after, String terminators) {
    int end = Chars.indexOfAny(text, terminators, 0);
    return end < 0 ? new Step(context, text.length()) : new Step(context.with(after), end);
  }

  /// {@return the context in which an action that stands in one really writes}
  static HtmlContext nudged(HtmlContext context) {
    return switch (context.state()) {
      case TAG -> context.with(HtmlState.ATTR_NAME);
      case BEFORE_VALUE ->
          context
              .with(context.attribute().start)
              .with(Delimiter.SPACE_OR_TAG_END)
              .with(Attribute.NONE);
      case AFTER_NAME -> context.with(HtmlState.ATTR_NAME).with(Attribute.NONE);
      default -> context;
    };
  }

  /// {@return the context after a value was written in one}
  static HtmlContext afterValue(HtmlContext context) {
    return context.is(HtmlState.JS) ? context.with(SlashMeaning.DIVISION) : context;
  }
}
