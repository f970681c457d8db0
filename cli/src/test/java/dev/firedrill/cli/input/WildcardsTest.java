package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
  @ParameterizedTest
  @CsvSource({
    "*.yml, a.yml",
    "*.yml, .yml",
    "rules/*.yml, rules/a.yml",
    "rules/**/*.yml, rules/a.yml",
    "rules/**/*.yml, rules/a/b/c.yml",
    "**/rules.yml, rules.yml",
    "**/rules.yml, a/b/rules.yml",
    "a/**, a/b/c",
    "a?c, abc",
    "[a-c]x, bx",
    "[!a-c]x, dx",
    "a\\*, a*",
    "**.yml, a.yml",
    "a*b*c, aXbYbZc",
  })
  void matches(String pattern, String path) {
    assertThat(Wildcards.matches(pattern, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.yml, a/b.yml",
    "rules/*.yml, rules/a/b.yml",
    "rules/**/*.yml, other/a.yml",
    "**/rules.yml, a/xrules.yml",
    "a?c, a/c",
    "[a-c]x, dx",
    "[!a-c]x, ax",
    "a\\*, ab",
    "a, ab",
    "ab, a",
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(Wildcards.matches(pattern, path)).isFalse();
  }
}
