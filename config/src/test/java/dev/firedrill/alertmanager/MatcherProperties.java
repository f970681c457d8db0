package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatcherProperties {
  @Property
  void whatIsPrintedIsReadBackByTheUtf8Parser(@ForAll("matcherLists") List<Matcher> matchers) {
    MatcherResult result = new MatcherParser(MatcherMode.UTF8).parse(Matcher.print(matchers));
    assertThat(result.error()).isEmpty();
    assertThat(result.matchers()).isEqualTo(matchers);
  }

  @Property
  void plainNamesAreReadBackWithoutAWarningWhateverTheMode(
      @ForAll("plainMatcherLists") List<Matcher> matchers, @ForAll MatcherMode mode) {
    MatcherResult result = new MatcherParser(mode).parse(Matcher.print(matchers));
    assertThat(result).isInstanceOf(MatcherResult.Parsed.class);
    assertThat(((MatcherResult.Parsed) result).warning()).isNull();
    assertThat(result.matchers()).isEqualTo(matchers);
  }

  @Property
  void anyTextIsParsedOrRefusedWithAPlaceInsideIt(
      @ForAll("soup") String text, @ForAll MatcherMode mode) {
    MatcherParser parser = new MatcherParser(mode);
    for (MatcherResult result : List.of(parser.parse(text), parser.parseOne(text))) {
      switch (result) {
        case MatcherResult.Failed failed -> assertInside(failed.span(), text);
        case MatcherResult.Parsed parsed ->
            parsed.parsed().forEach(matcher -> assertInside(matcher.span(), text));
      }
    }
  }

  private static void assertInside(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  @Provide
  Arbitrary<List<Matcher>> matcherLists() {
    Arbitrary<String> names = values().filter(name -> !name.isEmpty());
    return matchers(names).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Matcher>> plainMatcherLists() {
    Arbitrary<String> names = Arbitraries.of("team", "severity", "_x1", "Job");
    return matchers(names).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "{", "}", "=", "!", "~", ",", "\"", "\\", "a", "team", " ", "\n", "é", "🙂", "(", "[",
            "\\x", "\\u00", "'", "`", "\u00a0", "1")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<Matcher> matchers(Arbitrary<String> names) {
    return Combinators.combine(names, Arbitraries.of(Operator.class), values())
        .as(
            (name, operator, value) ->
                Matcher.of(name, operator, operator.isRegex() ? "a|b.*" : value));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.strings()
        .withCharRange('a', 'd')
        .withChars(" \"\\{}=~!,'`\n\té".toCharArray())
        .ofMaxLength(8);
  }
}
