package dev.firedrill.template.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Re2;
import dev.firedrill.template.value.TextLimit;
import dev.firedrill.template.value.ValueFailure;

/// `match` and `reReplaceAll`, with Go's way of replacing.
final class Regexps {
  private static final int STATES_A_STEP = 4;

  private Regexps() {}

  static boolean matches(Environment environment, String pattern, String text) {
    try {
      return compiled(environment, pattern, text).matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw new ValueFailure(String.valueOf(e.getMessage()));
    }
  }

  static String replaceAll(
      Environment environment, String pattern, String replacement, String text) {
    Matcher matcher;
    try {
      matcher = compiled(environment, pattern, text).matcher(text);
    } catch (PatternSyntaxException e) {
      String quoted = pattern.indexOf('`') < 0 ? "`" + pattern + "`" : GoQuote.quote(pattern);
      throw new ValueFailure("regexp: Compile(" + quoted + "): " + e.getMessage());
    }
    StringBuilder out = new StringBuilder();
    int copied = 0;
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      int start = matcher.start();
      int end = matcher.end();
      environment.spend(1);
      TextLimit.check(out.length());
      out.append(text, copied, start);
      // An empty match right after another is none.
      if (end > copied || start == 0) {
        expand(out, replacement, matcher);
      }
      copied = end;
      boolean stays = end <= from;
      from = stays ? from + width(text, from) : end;
    }
    return out.append(text, copied, text.length()).toString();
  }

  // Compiling takes time for each state, and matching for each state at each character.
  private static Pattern compiled(Environment environment, String pattern, String text) {
    Pattern compiled = Re2.compile(pattern, 0);
    long states = compiled.programSize();
    environment.spend(pattern.length() + states + states * text.length() / STATES_A_STEP);
    return compiled;
  }

  private static int width(String text, int at) {
    return at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
  }

  /// Writes a replacement: `$1`, `$name` and `${name}` stand for groups, `$$` for a dollar.
  private static void expand(StringBuilder out, String replacement, Matcher matcher) {
    int i = 0;
    while (i < replacement.length()) {
      int dollar = replacement.indexOf('$', i);
      if (dollar < 0 || dollar + 1 == replacement.length()) {
        out.append(replacement, i, replacement.length());
        return;
      }
      out.append(replacement, i, dollar);
      boolean braced = replacement.charAt(dollar + 1) == '{';
      int start = braced ? dollar + 2 : dollar + 1;
      int end = start;
      while (end < replacement.length() && isNamePart(replacement.codePointAt(end))) {
        end += Character.charCount(replacement.codePointAt(end));
      }
      boolean closed = !braced || replacement.startsWith("}", end);
      if (replacement.charAt(dollar + 1) == '$') {
        out.append('$');
        i = dollar + 2;
      } else if (end == start || !closed) {
        out.append('$');
        i = dollar + 1;
      } else {
        appendGroup(out, replacement.substring(start, end), matcher);
        i = braced ? end + 1 : end;
      }
    }
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private static void appendGroup(StringBuilder out, String name, Matcher matcher) {
    String group = null;
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = name.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(name);
      boolean plain = name.length() == 1 || name.charAt(0) != '0';
      group = plain && number <= matcher.groupCount() ? matcher.group(number) : null;
    } else if (matcher.pattern().namedGroups().containsKey(name)) {
      group = matcher.group(name);
    }
    if (group != null) {
      out.append(group);
    }
  }
}
