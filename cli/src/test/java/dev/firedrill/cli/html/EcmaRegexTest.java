package dev.firedrill.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the browser makes of the rewritten expressions is tested in a browser: see
/// [RoutePageBrowserTest].
class EcmaRegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "GPU => GPU",
        "GPU.+ => GPU[^\\n]+",
        "(a|b)c? => (?:a|b)c?",
        "(?P<x>a)(?<y>b)(?:c) => (?:a)(?:b)(?:c)",
        "(?s).(?-s:.) => [^](?:[^\\n])",
        "(?i)a1(?-i)b => [aA]1b",
        "((?i)k)k => (?:[kK\\u{212a}])k",
        "a{2,}b{x} => a{2,}b\\u{7b}x\\u{7d}",
        "\\Aa\\z => (?:^)a(?:$)",
        "\\Qa.b\\E. => a\\u{2e}b[^\\n]",
        "\\s\\S\\d\\pL\\P{Greek} => [\\t\\n\\f\\r ][^\\t\\n\\f\\r ]\\d\\p{L}\\P{Script=Greek}",
        "[]a-c\\d[:alpha:]-] => [\\u{5d}a-c\\dA-Za-z\\u{2d}]",
        "(?i:[^a-b]) => (?:[^a-bAB])",
        "a-b_c/ => a\\u{2d}b_c\\u{2f}",
        "\\x41\\x{1F600}\\07 => A\\u{1f600}\\u{7}",
      })
  void rewritesWhatTheLanguagesWriteDifferently(String regex, String expected) {
    assertThat(EcmaRegex.anchored(regex)).contains("^(?:" + expected + ")$");
  }

  @Test
  void doesNotGuess() {
    assertThat(EcmaRegex.anchored("(?i)\u00e9")).isEmpty();
    assertThat(EcmaRegex.anchored("(?i)\\pL")).isEmpty();
    assertThat(EcmaRegex.anchored("[[:^alpha:]]")).isEmpty();
    assertThat(EcmaRegex.anchored("\\C")).isEmpty();
  }
}
