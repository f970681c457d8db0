package dev.firedrill.lint.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Sets are compared with what the matchers themselves accept.
class ValueSetProperties {
  @Property
  void aSetHasWhatTheMatcherAccepts(
      @ForAll("regexes") String regex, @ForAll("values") List<String> values) {
    Matcher matcher = Matcher.of("a", Operator.REGEX, regex);
    ValueSet set = ValueSet.of(matcher).orElseThrow();
    ValueSet opposite = ValueSet.of(matcher.negated()).orElseThrow();
    for (String value : values) {
      assertThat(set.has(value)).as("%s of %s", value, regex).isEqualTo(matcher.matches(value));
      assertThat(opposite.has(value)).isEqualTo(!matcher.matches(value));
    }
    assertThat(set.and(opposite).isEmpty()).isTrue();
  }

  @Property
  void inclusionIsThatOfAllValues(
      @ForAll("regexes") String one,
      @ForAll("regexes") String other,
      @ForAll("values") List<String> values) {
    Matcher first = Matcher.of("a", Operator.REGEX, one);
    Matcher second = Matcher.of("a", Operator.REGEX, other);
    ValueSet set = ValueSet.of(first).orElseThrow();
    ValueSet wider = ValueSet.of(second).orElseThrow();
    boolean included = wider.includes(set);
    for (String value : values) {
      if (first.matches(value) && !second.matches(value)) {
        assertThat(included).as("%s in %s", one, other).isFalse();
      }
    }
    assertThat(wider.includes(set.and(wider))).isTrue();
    assertThat(set.without(wider).isEmpty()).isEqualTo(included);
  }

  @Property
  void whateverIsValidIsDecidedRightOrNotAtAll(
      @ForAll("texts") String regex, @ForAll("values") List<String> values) {
    Optional<Matcher> matcher = matcher(regex);
    if (matcher.isEmpty()) {
      return;
    }
    Optional<ValueSet> set = ValueSet.of(matcher.get());
    for (String value : values) {
      set.ifPresent(
          decided ->
              assertThat(decided.has(value))
                  .as("%s of %s", value, regex)
                  .isEqualTo(matcher.get().matches(value)));
    }
  }

  private static Optional<Matcher> matcher(String regex) {
    try {
      Pattern.compile(regex);
      return Optional.of(Matcher.of("a", Operator.REGEX, regex));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @Example
  void expressionsThatWouldTakeTooLongAreNotDecided() {
    Matcher matcher = Matcher.of("a", Operator.REGEX, ".*a.{40}");
    assertThat(ValueSet.of(matcher)).isEmpty();
  }

  @Provide
  Arbitrary<String> regexes() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a",
            "b",
            "c",
            "ab",
            ".",
            "\\.",
            "[ab]",
            "[^b]",
            "[a-c]",
            "\\d",
            "\\w",
            "(a|b)",
            "(?:ab|c)",
            "x|y",
            "😀",
            "[^\\n]",
            "(?s:.)",
            "-");
    Arbitrary<String> repeated =
        net.jqwik.api.Combinators.combine(
                atoms, Arbitraries.of("", "", "", "*", "+", "?", "{2}", "{1,2}", "+?"))
            .as((atom, times) -> (times.isEmpty() ? atom : "(?:" + atom + ")" + times));
    return repeated.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab.*+?()[]{}|^$\\dwsn-:i1,2P<>")
        .ofMinLength(1)
        .ofMaxLength(9);
  }

  @Provide
  Arbitrary<List<String>> values() {
    Arbitrary<String> value =
        Arbitraries.of("a", "b", "c", "x", "y", "1", ".", "-", "\n", "😀", "ab")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return value.list().ofMinSize(5).ofMaxSize(30);
  }
}
