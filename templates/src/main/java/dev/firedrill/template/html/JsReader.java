package dev.firedrill.template.html;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.html.HtmlContext.SlashMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Follows text through scripts.
final class JsReader {
  // After these a slash starts a regular expression.
  private static final Set<String> KEYWORDS =
      Set.of(
          "break",
          "case",
          "continue",
          "delete",
          "do",
          "else",
          "finally",
          "in",
          "instanceof",
          "return",
          "throw",
          "try",
          "typeof",
          "void");

  private JsReader() {}

  static Step script(HtmlContext context, String text) {
    int at = Chars.indexOfAny(text, "\"`'/{}<-#", 0);
    if (at < 0) {
      return new Step(context.with(after(text, context.slash())), text.length());
    }
    HtmlContext here = context.with(after(text.substring(0, at), context.slash()));
    return switch (text.charAt(at)) {
      case '"' -> literal(here, HtmlState.JS_DOUBLE_QUOTED, at);
      case '\'' -> literal(here, HtmlState.JS_SINGLE_QUOTED, at);
      case '`' -> literal(here, HtmlState.JS_TEMPLATE, at);
      case '/' -> slash(here, text, at);
      case '<' -> comment(here, text, at, "<!--", HtmlState.JS_HTML_OPEN_COMMENT);
      case '-' -> comment(here, text, at, "-->", HtmlState.JS_HTML_CLOSE_COMMENT);
      case '#' -> comment(here, text, at, "#!", HtmlState.JS_LINE_COMMENT);
      case '{' -> openBrace(here, at);
      default -> closeBrace(here, at);
    };
  }

  private static Step literal(HtmlContext context, HtmlState state, int at) {
    return new Step(context.with(state).with(SlashMeaning.REGEXP), at + 1);
  }

  private static Step slash(HtmlContext context, String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (next == '/') {
      return new Step(context.with(HtmlState.JS_LINE_COMMENT), at + 2);
    }
    if (next == '*') {
      return new Step(context.with(HtmlState.JS_BLOCK_COMMENT), at + 2);
    }
    return switch (context.slash()) {
      case REGEXP -> new Step(context.with(HtmlState.JS_REGEXP), at + 1);
      case DIVISION -> new Step(context.with(SlashMeaning.REGEXP), at + 1);
      case UNKNOWN ->
          Step.failed(
              text,
              "'/' could start a division or regexp: "
                  + HtmlReader.quotedStart(text.substring(at)));
    };
  }

  private static Step comment(
      HtmlContext context, String text, int at, String start, HtmlState state) {
    return text.startsWith(start, at)
        ? new Step(context.with(state), at + start.length())
        : new Step(context, at + 1);
  }

  // Braces count only within template literals.
  private static Step openBrace(HtmlContext context, int at) {
    return context.braces().isEmpty()
        ? new Step(context, at + 1)
        : new Step(context.withInnermost(context.braces().getLast() + 1), at + 1);
  }

  private static Step closeBrace(HtmlContext context, int at) {
    if (context.braces().isEmpty()) {
      return new Step(context, at + 1);
    }
    int open = context.braces().getLast() - 1;
    if (open >= 0) {
      return new Step(context.withInnermost(open), at + 1);
    }
    List<Integer> outer = context.braces().subList(0, context.braces().size() - 1);
    return new Step(context.withBraces(outer).with(HtmlState.JS_TEMPLATE), at + 1);
  }

  static Step template(HtmlContext context, String text) {
    int at = Chars.indexOfAny(text, "`\\$", 0);
    while (at >= 0) {
      switch (text.charAt(at)) {
        case '\\' -> {
          at++;
          if (at == text.length()) {
            return unfinished(text);
          }
        }
        case '$' -> {
          if (text.startsWith("${", at)) {
            List<Integer> deeper = new ArrayList<>(context.braces());
            deeper.add(0);
            return new Step(context.withBraces(deeper).with(HtmlState.JS), at + 2);
          }
        }
        default -> {
          return new Step(context.with(HtmlState.JS), at + 1);
        }
      }
      at = Chars.indexOfAny(text, "`\\$", at + 1);
    }
    return new Step(context, text.length());
  }

  private static Step unfinished(String text) {
    return Step.failed(text, "unfinished escape sequence in JS string: " + GoQuote.quote(text));
  }

  /// A string or a regular expression.
  static Step literal(HtmlContext context, String text) {
    String special =
        switch (context.state()) {
          case JS_SINGLE_QUOTED -> "\\'";
          case JS_REGEXP -> "\\/[]";
          default -> "\\\"";
        };
    boolean inSet = false;
    int at = Chars.indexOfAny(text, special, 0);
    while (at >= 0) {
      switch (text.charAt(at)) {
        case '\\' -> {
          at++;
          if (at == text.length()) {
            return unfinished(text);
          }
        }
        case '[' -> inSet = true;
        case ']' -> inSet = false;
        default -> {
          if (at > 0 && text.regionMatches(true, at - 1, "</script", 0, "</script".length())) {
            at++;
          } else if (!inSet) {
            HtmlContext after = context.with(HtmlState.JS).with(SlashMeaning.DIVISION);
            return new Step(after, at + 1);
          }
        }
      }
      at = Chars.indexOfAny(text, special, at + 1);
    }
    return inSet
        ? Step.failed(text, "unfinished JS regexp charset: " + GoQuote.quote(text))
        : new Step(context, text.length());
  }

  /// {@return what a slash after a text would be}
  private static SlashMeaning after(String script, SlashMeaning before) {
    String text = Chars.withoutTrailing(script, "\t\n\f\r \u2028\u2029");
    if (text.isEmpty()) {
      return before;
    }
    int last = text.length() - 1;
    char c = text.charAt(last);
    return switch (c) {
      case '+', '-' -> {
        int start = last;
        while (start > 0 && text.charAt(start - 1) == c) {
          start--;
        }
        yield (last + 1 - start) % 2 == 1 ? SlashMeaning.REGEXP : SlashMeaning.DIVISION;
      }
      case '.' ->
          last > 0 && Chars.isDigit(text.charAt(last - 1))
              ? SlashMeaning.DIVISION
              : SlashMeaning.REGEXP;
      case ',',
          '<',
          '>',
          '=',
          '*',
          '%',
          '&',
          '|',
          '^',
          '?',
          '!',
          '~',
          '(',
          '[',
          ':',
          ';',
          '{',
          '}' ->
          SlashMeaning.REGEXP;
      default -> KEYWORDS.contains(lastWord(text)) ? SlashMeaning.REGEXP : SlashMeaning.DIVISION;
    };
  }

  private static String lastWord(String text) {
    int start = text.length();
    while (start > 0 && Chars.isScriptNamePart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start);
  }
}
