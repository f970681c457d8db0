package dev.firedrill.labels;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A replacement with `$1`, `${1}`, `$name`, `${name}` and `$$`, as Go's `Regexp.Expand` reads it:
/// a name is the longest run of letters, digits and underscores, and a group that is not there is
/// empty.
public final class GoTemplateExpansion {
  /// A piece of the replacement: text, or where `text` is null the group of that number.
  private record Piece(@Nullable String text, int group) {}

  private final List<Piece> pieces = new ArrayList<>();

  private GoTemplateExpansion() {}

  /// {@return a replacement, ready for the matches of a regular expression}
  public static GoTemplateExpansion of(String template, Pattern pattern) {
    GoTemplateExpansion expansion = new GoTemplateExpansion();
    int next = 0;
    while (next < template.length()) {
      int dollar = template.indexOf('$', next);
      if (dollar < 0) {
        break;
      }
      expansion.add(template.substring(next, dollar));
      next = expansion.reference(template, dollar, pattern);
    }
    expansion.add(template.substring(Math.min(next, template.length())));
    return expansion;
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, 0));
    }
  }

  private int reference(String template, int dollar, Pattern pattern) {
    int start = dollar + 1;
    if (template.startsWith("$", start)) {
      add("$");
      return start + 1;
    }
    boolean braced = template.startsWith("{", start);
    int nameStart = braced ? start + 1 : start;
    int nameEnd = nameStart;
    while (nameEnd < template.length() && isWord(template.charAt(nameEnd))) {
      nameEnd++;
    }
    boolean closed = !braced || template.startsWith("}", nameEnd);
    if (nameEnd == nameStart || !closed) {
      add("$");
      return start;
    }
    addGroup(template.substring(nameStart, nameEnd), pattern);
    return braced ? nameEnd + 1 : nameEnd;
  }

  private void addGroup(String name, Pattern pattern) {
    int group = -1;
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      group = name.length() < 9 ? Integer.parseInt(name) : -1;
    } else {
      group = pattern.namedGroups().getOrDefault(name, -1);
    }
    if (group >= 0 && group <= pattern.groupCount()) {
      pieces.add(new Piece(null, group));
    }
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /// {@return the replacement with the groups of a match}
  public String expand(Matcher matcher) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      String text = piece.text();
      @Nullable String found = text == null ? matcher.group(piece.group()) : text;
      if (found != null) {
        out.append(found);
      }
    }
    return out.toString();
  }
}
