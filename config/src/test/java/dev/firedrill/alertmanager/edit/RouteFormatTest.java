package dev.firedrill.alertmanager.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class RouteFormatTest {
  @Test
  void writesDeprecatedFormsAsOneSortedListAndKeepsComments() {
    assertThat(
            formatted(
                """
                route:
                  receiver: a   # the default
                  routes:
                    # web first
                    - match_re:   # whom
                        team: web|api  # both
                      continue: true
                      match:
                        # never at night
                        severity: page
                      receiver: a
                    - receiver: a
                      matchers:
                        - 'team = "x"'
                        - b=~c.*   # why
                      # the end
                    - match: {severity: page}  # short
                      match_re: {team: 'a.*', site: ""}
                receivers: [{name: a}]
                inhibit_rules:
                  - source_match: {severity: page}
                    target_match_re:
                      severity: info|warning
                    target_matchers: [team!=web]
                    equal: [site]
                """))
        .isEqualTo(
            """
            route:
              receiver: a   # the default
              routes:
                # web first
                - matchers:  # whom
                    # never at night
                    - severity="page"
                    - team=~"web|api"  # both
                  continue: true
                  receiver: a
                - receiver: a
                  matchers:
                    - 'b=~"c.*"'  # why
                    - 'team="x"'
                  # the end
                - matchers: [severity="page", site=~"", team=~"a.*"]  # short
            receivers: [{name: a}]
            inhibit_rules:
              - source_matchers: [severity="page"]
                target_matchers:
                  - severity=~"info|warning"
                  - team!="web"
                equal: [site]
            """);
  }

  @Test
  void takesListsOfMatchersInOneTextApart() {
    assertThat(
            formatted(
                """
                route:
                  receiver: a
                  routes:
                  - matchers:
                    - '{b="1",a=~"2|3"}'  # two
                    - a!=x
                receivers: [{name: a}]
                """))
        .contains(
            """
              - matchers:
                - 'a=~"2|3"'
                - 'a!="x"'
                - 'b="1"'  # two
            """);
  }

  @Test
  void writesWithinBracesOnTheSameLine() {
    assertThat(
            formatted(
                """
                route: {receiver: a, routes: [{receiver: a, match: {b: '1'}, continue: true, match_re: {a: '2,3'}}]}
                receivers: [{name: a}]
                """))
        .startsWith(
            """
            route: {receiver: a, routes: [{receiver: a, matchers: ['a=~"2,3"', b="1"], continue: true}]}
            """);
  }

  @Test
  void leavesAloneWhatIsInOrder() {
    String text =
        """
        route:
          receiver: a
          routes:
          - matchers: ["severity=\\"page\\"",   'team=~"a|b"' ]
            receiver: a
          - matchers:
              - severity="page"
        receivers: [{name: a}]
        """;
    Formatted formatted = RouteFormat.format(SourceFile.of("a.yml", text));

    assertThat(formatted.changed()).isZero();
    assertThat(formatted.after().text()).isEqualTo(text);
  }

  @Test
  void leavesAloneWhatIsSharedByAnAlias() {
    String text =
        """
        route:
          receiver: a
          routes:
          - match: &page {severity: page}
            receiver: a
          - match: *page
            receiver: a
          - match: {severity: info}
        receivers: [{name: a}]
        """;
    Formatted formatted = RouteFormat.format(SourceFile.of("a.yml", text));

    assertThat(formatted.remarks())
        .extracting(Diagnostic::message)
        .containsOnly("left as it is: it is used elsewhere, or has a tag");
    assertThat(formatted.after().text()).contains("- matchers: [severity=\"info\"]");
  }

  @Test
  void saysWhyAlertmanagerWouldRefuseAFile() {
    Formatted formatted =
        RouteFormat.format(SourceFile.of("a.yml", "route: {receiver: nobody}\nreceivers: []\n"));

    assertThat(formatted.errors())
        .extracting(Diagnostic::message)
        .containsExactly("undefined receiver \"nobody\" used in route");
  }

  private static String formatted(String text) {
    Formatted formatted = RouteFormat.format(SourceFile.of("a.yml", text));
    assertThat(formatted.errors()).isEmpty();
    assertThat(formatted.remarks()).isEmpty();
    Formatted again = RouteFormat.format(formatted.after());
    assertThat(again.changed()).as("changed by formatting it again").isZero();
    return formatted.after().text();
  }
}
