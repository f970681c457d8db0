package dev.firedrill.alertmanager;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.List;

/// The classic matcher parser: splits at commas outside of quotes, then takes each part as name,
/// operator and the rest.
final class ClassicMatchers {
  private ClassicMatchers() {}

  static List<ParsedMatcher> parse(String text) throws MatcherSyntaxException {
    int start = text.startsWith("{") ? 1 : 0;
    int end = text.length() > start && text.endsWith("}") ? text.length() - 1 : text.length();
    List<ParsedMatcher> matchers = new ArrayList<>();
    for (Span part : split(text, start, end)) {
      matchers.add(new ClassicMatcher(text, part).parse());
    }
    return matchers;
  }

  static ParsedMatcher parseOne(String text) throws MatcherSyntaxException {
    return new ClassicMatcher(text, new Span(0, text.length())).parse();
  }

  private static List<Span> split(String text, int start, int end) {
    List<Span> parts = new ArrayList<>();
    boolean quoted = false;
    boolean escaped = false;
    int from = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ',' && !quoted) {
        parts.add(new Span(from, i));
        from = i + 1;
      } else if (c == '"' && !escaped) {
        quoted = !quoted;
      } else if (c != ',') {
        // A comma leaves the flag as it is, as upstream.
        escaped = c == '\\' && !escaped;
      }
    }
    Span last = trimmed(text, from, end);
    if (last.length() > 0) {
      parts.add(last);
    }
    return parts;
  }

  private static Span trimmed(String text, int start, int end) {
    while (start < end && Utf8MatcherLexer.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Utf8MatcherLexer.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /// One `name operator value`.
  private static final class ClassicMatcher {
    private final String text;
    private final Span part;
    private final int end;
    private int next;

    ClassicMatcher(String text, Span part) {
      this.text = text;
      this.part = part;
      this.next = part.start();
      int last = part.end();
      while (last > part.start() && isSpace(text.charAt(last - 1))) {
        last--;
      }
      this.end = last;
    }

    ParsedMatcher parse() throws MatcherSyntaxException {
      skipSpace();
      int start = next;
      String name = name();
      skipSpace();
      Operator operator = operator();
      skipSpace();
      String value = value(Math.min(next, end));
      Span span = new Span(start, Math.max(start, end));
      try {
        return new ParsedMatcher(Matcher.of(name, operator, value), span);
      } catch (PatternSyntaxException e) {
        throw new MatcherSyntaxException(String.valueOf(e.getMessage()), span);
      }
    }

    private String name() throws MatcherSyntaxException {
      int start = next;
      while (next < end && isNamePart(text.charAt(next), next > start)) {
        next++;
      }
      if (next == start) {
        throw badFormat();
      }
      return text.substring(start, next);
    }

    private Operator operator() throws MatcherSyntaxException {
      char first = next < end ? text.charAt(next) : 0;
      char second = next + 1 < end ? text.charAt(next + 1) : 0;
      if (first == '=' && second == '~') {
        next += 2;
        return Operator.REGEX;
      }
      if (first == '=') {
        next++;
        return Operator.EQUAL;
      }
      if (first == '!' && (second == '=' || second == '~')) {
        next += 2;
        return second == '=' ? Operator.NOT_EQUAL : Operator.NOT_REGEX;
      }
      throw badFormat();
    }

    private String value(int from) throws MatcherSyntaxException {
      boolean quoted = from < end && text.charAt(from) == '"';
      StringBuilder value = new StringBuilder(end - from);
      boolean closed = !quoted;
      for (int i = quoted ? from + 1 : from; i < end; i++) {
        char c = text.charAt(i);
        if (c == '\\' && i + 1 < end) {
          i++;
          appendEscaped(value, text.charAt(i));
        } else if (c == '"') {
          if (closed || i + 1 < end) {
            throw unescapedQuote(from);
          }
          closed = true;
        } else {
          value.append(c);
        }
      }
      if (!closed) {
        throw unescapedQuote(from);
      }
      return value.toString();
    }

    private static void appendEscaped(StringBuilder value, char c) {
      switch (c) {
        case 'n' -> value.append('\n');
        case '"', '\\' -> value.append(c);
        default -> value.append('\\').append(c);
      }
    }

    private MatcherSyntaxException badFormat() {
      return new MatcherSyntaxException(
          "bad matcher format: " + text.substring(part.start(), part.end()), part);
    }

    private MatcherSyntaxException unescapedQuote(int from) {
      return new MatcherSyntaxException(
          "matcher value contains unescaped double quote: " + text.substring(from, end),
          new Span(from, end));
    }

    private void skipSpace() {
      while (next < end && isSpace(text.charAt(next))) {
        next++;
      }
    }

    // RE2's \s.
    private static boolean isSpace(char c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private static boolean isNamePart(char c, boolean inner) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_'
          || c == ':'
          || (inner && c >= '0' && c <= '9');
    }
  }
}
