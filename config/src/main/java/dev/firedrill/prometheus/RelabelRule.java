package dev.firedrill.prometheus;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoTemplateExpansion;
import dev.firedrill.labels.Re2;
import dev.firedrill.labels.Utf8;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/// A rule of relabelling, as Prometheus's `relabel_config`.
///
/// @param sourceLabels whose values are joined by `separator`
/// @param regex anchored at both ends when it matches
/// @param modulus of `hashmod`; zero for other actions
/// @param targetLabel may refer to groups of `regex` where the action is `replace`; empty for none
/// @param location where the rule is written
public record RelabelRule(
    RelabelAction action,
    List<String> sourceLabels,
    String separator,
    String regex,
    BigInteger modulus,
    String targetLabel,
    String replacement,
    Location location) {
  /// What the regular expression is where none is written.
  public static final String ANYTHING = "(.*)";

  /// What the replacement is where none is written: all that is matched.
  public static final String WHOLE = "$1";

  /// What separates source labels where nothing is written.
  public static final String SEPARATOR = ";";

  public RelabelRule {
    sourceLabels = List.copyOf(sourceLabels);
  }

  /// {@return the rule as it would be anywhere else}
  RelabelRule withoutPlace() {
    Location nowhere = new Location(location.file(), Span.at(0));
    return new RelabelRule(
        action, sourceLabels, separator, regex, modulus, targetLabel, replacement, nowhere);
  }

  /// {@return whether a text refers to groups of the regular expression, or may}
  public static boolean isTemplate(String text) {
    return text.contains("$");
  }

  /// {@return the regular expression as Prometheus anchors it}
  ///
  /// @throws com.google.re2j.PatternSyntaxException if it is none, with Go's message
  static Pattern compile(String regex) {
    return Re2.compile("^(?s:" + regex + ")$", 0);
  }

  /// {@return what matches, compiled}
  public Pattern pattern() {
    return compile(regex);
  }

  /// Applies the rule.
  ///
  /// @param pattern the compiled regular expression
  /// @return whether there is anything left
  boolean apply(LabelChanges labels, Pattern pattern) {
    return switch (action) {
      case DROP -> !pattern.matches(source(labels));
      case KEEP -> pattern.matches(source(labels));
      case DROPEQUAL -> !labels.get(targetLabel).equals(source(labels));
      case KEEPEQUAL -> labels.get(targetLabel).equals(source(labels));
      case REPLACE -> {
        replace(labels, pattern);
        yield true;
      }
      case HASHMOD, LOWERCASE, UPPERCASE -> {
        labels.set(targetLabel, converted(source(labels)));
        yield true;
      }
      case LABELMAP -> {
        labels.current().forEach((name, value) -> map(name, value, labels, pattern));
        yield true;
      }
      case LABELDROP, LABELKEEP -> {
        boolean drops = action == RelabelAction.LABELDROP;
        for (String name : labels.current().keySet()) {
          if (pattern.matches(name) == drops) {
            labels.delete(name);
          }
        }
        yield true;
      }
    };
  }

  /// {@return the values of the source labels, joined}
  private String source(LabelChanges labels) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < sourceLabels.size(); i++) {
      joined.append(i > 0 ? separator : "").append(labels.get(sourceLabels.get(i)));
    }
    return joined.toString();
  }

  private void replace(LabelChanges labels, Pattern pattern) {
    Map.Entry<String, String> set = replaced(source(labels), pattern);
    if (!set.getKey().isEmpty()) {
      labels.set(set.getKey(), set.getValue());
    }
  }

  /// {@return the label that `replace` sets for a value of the source labels, with its value; one
  ///     without a name where it sets none}
  public Map.Entry<String, String> replaced(String source, Pattern pattern) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.matches()) {
      return Map.entry("", "");
    }
    String target = GoTemplateExpansion.of(targetLabel, pattern).expand(matcher);
    String value = GoTemplateExpansion.of(replacement, pattern).expand(matcher);
    return Utf8.isValid(target) ? Map.entry(target, value) : Map.entry("", "");
  }

  private void map(String name, String value, LabelChanges labels, Pattern pattern) {
    String other = mapped(name, pattern);
    if (!other.isEmpty()) {
      labels.set(other, value);
    }
  }

  /// {@return the name that `labelmap` copies a label to; empty where it does not}
  public String mapped(String name, Pattern pattern) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? GoTemplateExpansion.of(replacement, pattern).expand(matcher) : "";
  }

  /// {@return what `hashmod`, `lowercase` and `uppercase` make of a value}
  public String converted(String value) {
    return switch (action) {
      case HASHMOD -> hash(value);
      case LOWERCASE -> mapped(value, true);
      case UPPERCASE -> mapped(value, false);
      default -> value;
    };
  }

  // The last eight bytes of the MD5 sum, as a big-endian number without sign.
  private String hash(String value) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(Utf8.encode(value));
      return new BigInteger(1, sum, 8, 8).mod(modulus).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  // Character by character, as Go does it: Java's own methods know of languages and of `ß`.
  private static String mapped(String value, boolean lower) {
    StringBuilder mapped = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c ->
                mapped.appendCodePoint(
                    lower ? Character.toLowerCase(c) : Character.toUpperCase(c)));
    return mapped.toString();
  }
}
