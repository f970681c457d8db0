package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeprecatedMatchTest {
  private static final RoutingCase CASE = RoutingCase.of("route/deprecated-match");

  @Test
  void findsTheOlderForms() {
    assertThat(CASE.routes("{match: {a: b}, routes: [{match_re: {c: d}}]}"))
        .containsExactly("info: `match` is deprecated", "info: `match_re` is deprecated");
    assertThat(CASE.inhibit("source_match: {a: b}", "target_matchers: [c=d]"))
        .containsExactly("info: `source_match` is deprecated");
  }

  @Test
  void acceptsMatchers() {
    assertThat(CASE.routes("{matchers: ['a=\"b\"'], receiver: pager}")).isEmpty();
  }
}
