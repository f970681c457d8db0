package dev.firedrill.labels;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a simple regular expression accepts as a whole text, known without matching it.
///
/// @param texts the texts that it accepts, or the one that all begin with
/// @param open whether anything may follow
/// @param atLeastOne whether something must follow
record RegexShape(Set<String> texts, boolean open, boolean atLeastOne) {
  /// That of all other regular expressions.
  private static final RegexShape UNKNOWN = new RegexShape(Set.of(), false, false);

  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  RegexShape {
    texts = Set.copyOf(texts);
  }

  /// {@return what a valid regular expression accepts, known where it is literal texts with `|`
  ///     between them, or one with `.*` or `.+` after it, maybe in parentheses}
  static RegexShape of(String regex) {
    String body = withoutGroup(regex);
    String rest = body.length() > 1 ? body.substring(0, body.length() - 2) : "";
    boolean open = body.endsWith(".*") || body.endsWith(".+");
    @Nullable Set<String> texts = texts(open ? rest : body);
    if (texts == null || (open && texts.size() != 1) || (open && rest.indexOf('|') >= 0)) {
      return UNKNOWN;
    }
    return new RegexShape(texts, open, body.endsWith(".+") && open);
  }

  private static String withoutGroup(String regex) {
    if (!regex.startsWith("(") || !regex.endsWith(")")) {
      return regex;
    }
    return regex.substring(regex.startsWith("(?:") ? 3 : 1, regex.length() - 1);
  }

  private static @Nullable Set<String> texts(String body) {
    Set<String> texts = new HashSet<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '|') {
        texts.add(text.toString());
        text.setLength(0);
      } else if (c == '\\' && i + 1 < body.length() && isPunctuation(body.charAt(i + 1))) {
        text.append(body.charAt(++i));
      } else if (SPECIAL.indexOf(c) >= 0 || Character.isSurrogate(c)) {
        return null;
      } else {
        text.append(c);
      }
    }
    texts.add(text.toString());
    return texts;
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  /// {@return whether anything is known}
  boolean isKnown() {
    return !texts.isEmpty();
  }

  /// {@return whether a text is accepted}
  boolean accepts(String candidate) {
    if (!open) {
      return texts.contains(candidate);
    }
    String start = texts.iterator().next();
    return candidate.startsWith(start) && (!atLeastOne || candidate.length() > start.length());
  }
}
