package dev.firedrill.labels;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A condition on the value of one label. A label that is not there has the empty value.
///
/// Regular expressions are RE2's, matched against the whole value with `.` matching newlines, as
/// `^(?s:...)$` in Prometheus.
public final class LabelMatcher {
  /// How a matcher compares.
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    REGEX("=~"),
    NOT_REGEX("!~");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /// {@return the operator as written}
    public String symbol() {
      return symbol;
    }

    /// {@return whether the value is a regular expression}
    public boolean isRegex() {
      return this == REGEX || this == NOT_REGEX;
    }

    /// {@return whether the matcher asks for a value that does not match}
    public boolean isNegative() {
      return this == NOT_EQUAL || this == NOT_REGEX;
    }
  }

  private final String name;
  private final Operator operator;
  private final String value;
  // Both found when first needed; two threads may both do it.
  private @Nullable Pattern pattern;
  private volatile @Nullable RegexShape shape;

  private LabelMatcher(String name, Operator operator, String value) {
    this.name = name;
    this.operator = operator;
    this.value = value;
  }

  /// A matcher.
  ///
  /// @throws com.google.re2j.PatternSyntaxException if the value is to be a regular expression and
  ///     is none
  public static LabelMatcher of(String name, Operator operator, String value) {
    LabelMatcher matcher = new LabelMatcher(name, operator, value);
    if (operator.isRegex() && !PlainRegex.isPlain(value)) {
      matcher.pattern = compile(value);
    }
    return matcher;
  }

  /// {@return a matcher that some values satisfy, and no others}
  /// @param values one at least
  public static LabelMatcher anyOf(String name, Collection<String> values) {
    if (values.size() == 1) {
      return of(name, Operator.EQUAL, values.iterator().next());
    }
    StringBuilder regex = new StringBuilder();
    for (String value : values) {
      regex.append(regex.isEmpty() ? "" : "|");
      regex.append(value.replaceAll("([^\\w:\\s-])", "\\\\$1"));
    }
    return of(name, Operator.REGEX, regex.toString());
  }

  /// {@return a matcher for printing: whether a regular expression is one is not looked at}
  public static LabelMatcher unchecked(String name, Operator operator, String value) {
    return new LabelMatcher(name, operator, value);
  }

  /// {@return the label looked at}
  public String name() {
    return name;
  }

  /// {@return how it is compared}
  public Operator operator() {
    return operator;
  }

  /// {@return the value or regular expression compared with, as written}
  public String value() {
    return value;
  }

  /// {@return whether a label value satisfies this; the empty string stands for a missing label}
  public boolean matches(String candidate) {
    boolean same = operator.isRegex() ? matchesRegex(candidate) : value.equals(candidate);
    return same != operator.isNegative();
  }

  private boolean matchesRegex(String candidate) {
    RegexShape simple = shape();
    return simple.isKnown() ? simple.accepts(candidate) : pattern().matches(candidate);
  }

  private RegexShape shape() {
    RegexShape known = shape;
    if (known == null) {
      known = RegexShape.of(value);
      shape = known;
    }
    return known;
  }

  /// {@return the only values that satisfy this, the empty string for a missing label; empty where
  ///     they are not known without trying}
  public Optional<Set<String>> acceptedValues() {
    return switch (operator) {
      case EQUAL -> Optional.of(Set.of(value));
      case REGEX ->
          shape().isKnown() && !shape().open() ? Optional.of(shape().texts()) : Optional.empty();
      case NOT_EQUAL, NOT_REGEX -> Optional.empty();
    };
  }

  private static Pattern compile(String regex) {
    try {
      return Re2.compile(regex, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      // RE2/J blames the flag along with the whole of the text.
      String blamed = e.getPattern();
      boolean whole = blamed.equals("(?s)" + regex);
      throw new PatternSyntaxException(e.getDescription(), whole ? regex : blamed);
    }
  }

  private Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = compile(value);
      pattern = compiled;
    }
    return compiled;
  }

  /// {@return whether a label set satisfies this}
  public boolean matches(Labels labels) {
    return matches(labels.get(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMatcher that
        && name.equals(that.name)
        && operator == that.operator
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + operator.hashCode()) + value.hashCode();
  }

  /// {@return the matchers as PromQL writes them for a selector, `{name="value",…}`}
  public static String braces(List<LabelMatcher> matchers) {
    return matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /// {@return the matcher as PromQL writes it, `name="value"`}
  @Override
  public String toString() {
    return LabelNames.quotedIfNeeded(name) + operator.symbol() + GoQuote.quote(value);
  }
}
