package dev.firedrill.alertmanager;

import com.google.re2j.Pattern;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Re2;
import dev.firedrill.labels.Utf8Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A condition on the value of one label, as routes, inhibition rules and silences write it. A
/// label that is not there has the empty value.
///
/// It differs from PromQL's [dev.firedrill.labels.LabelMatcher] in two ways: regular expressions
/// are anchored as `^(?:...)$`, where `.` does not match a newline, and it is printed in
/// Alertmanager's form.
public final class Matcher {
  /// The order in which Alertmanager keeps the matchers of a route: by name, value, then operator.
  // Written out, as the comparators on the way of short runs are: see docs/decisions/0005.
  public static final Comparator<Matcher> ORDER = Matcher::inOrder;

  private final String name;
  private final Operator operator;
  private final String value;

  // Decides for values without a newline, where both read regular expressions alike, and compiles
  // late: most matchers meet no value at all in a short run.
  private final LabelMatcher simple;
  private volatile @Nullable Pattern pattern;

  private Matcher(String name, Operator operator, String value, @Nullable Pattern pattern) {
    this.name = name;
    this.operator = operator;
    this.value = value;
    this.pattern = pattern;
    this.simple = LabelMatcher.unchecked(name, operator, value);
  }

  /// A matcher.
  ///
  /// @throws com.google.re2j.PatternSyntaxException if the value is to be a regular expression and
  ///     is none; its message is the one that Go gives
  public static Matcher of(String name, Operator operator, String value) {
    boolean valid = !operator.isRegex() || Re2.isPlain(value);
    Pattern pattern = valid ? null : Re2.compile(anchored(value), 0);
    return new Matcher(name, operator, value, pattern);
  }

  private static int inOrder(Matcher one, Matcher other) {
    int names = Utf8Order.compare(one.name, other.name);
    if (names != 0) {
      return names;
    }
    int values = Utf8Order.compare(one.value, other.value);
    return values != 0 ? values : one.operator.compareTo(other.operator);
  }

  /// {@return the regular expression that Alertmanager compiles for `value`}
  public static String anchored(String value) {
    return "^(?:" + value + ")$";
  }

  /// {@return the label looked at}
  public String name() {
    return name;
  }

  /// {@return how it is compared}
  public Operator operator() {
    return operator;
  }

  /// {@return the value or regular expression compared with}
  public String value() {
    return value;
  }

  /// {@return whether a label value satisfies this; the empty string stands for a missing label}
  public boolean matches(String candidate) {
    Pattern compiled = pattern;
    if (compiled == null) {
      if (!operator.isRegex() || candidate.indexOf('\n') < 0) {
        return simple.matches(candidate);
      }
      compiled = Re2.compile(anchored(value), 0);
      pattern = compiled;
    }
    return compiled.matches(candidate) != operator.isNegative();
  }

  /// {@return whether a label set satisfies this}
  public boolean matches(Labels labels) {
    return matches(labels.get(name));
  }

  /// {@return whether a label set satisfies all of the matchers}
  public static boolean allMatch(List<Matcher> matchers, Labels labels) {
    for (Matcher matcher : matchers) {
      if (!matcher.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /// {@return the matcher that holds exactly where this one does not}
  public Matcher negated() {
    Operator opposite =
        switch (operator) {
          case EQUAL -> Operator.NOT_EQUAL;
          case NOT_EQUAL -> Operator.EQUAL;
          case REGEX -> Operator.NOT_REGEX;
          case NOT_REGEX -> Operator.REGEX;
        };
    return new Matcher(name, opposite, value, pattern);
  }

  /// {@return the only values that satisfy this, the empty string for a missing label; empty where
  ///     they are not known without trying}
  public Optional<Set<String>> acceptedValues() {
    String text = written();
    LabelMatcher matcher =
        text.equals(value) ? simple : LabelMatcher.unchecked(name, operator, text);
    return matcher.acceptedValues();
  }

  /// {@return the value, or the regular expression as `match_re` has it: Alertmanager keeps what
  /// stands there with anchors around it}
  public String written() {
    if (!operator.isRegex() || !value.startsWith("^(?:") || !value.endsWith(")$")) {
      return value;
    }
    String inner = value.substring("^(?:".length(), value.length() - ")$".length());
    return isBalanced(inner) ? inner : value;
  }

  // As of brackets that stand in a class, nobody writes those.
  private static boolean isBalanced(String regex) {
    int depth = 0;
    for (int i = 0; i < regex.length() && depth >= 0; i++) {
      char c = regex.charAt(i);
      i += c == '\\' ? 1 : 0;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  /// {@return matchers as Alertmanager prints a list of them, `{a="b",c!="d"}`, in the given order}
  public static String print(List<Matcher> matchers) {
    return matchers.stream().map(Matcher::toString).collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matcher that
        && name.equals(that.name)
        && operator == that.operator
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + operator.hashCode()) + value.hashCode();
  }

  /// {@return the matcher as Alertmanager prints it: `name="value"`, the name quoted too where it
  /// holds a character that the matcher syntax reserves}
  @Override
  public String toString() {
    boolean quoted = name.codePoints().anyMatch(Utf8MatcherLexer::isReserved);
    return quoted
        ? GoQuote.quote(name) + operator.symbol() + GoQuote.quote(value)
        : name + operator.symbol() + '"' + escaped(value) + '"';
  }

  // Only what the OpenMetrics text format escapes: a tab stays a tab.
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
  }
}
