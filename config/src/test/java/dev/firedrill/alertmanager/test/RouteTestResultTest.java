package dev.firedrill.alertmanager.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class RouteTestResultTest {
  private static final AlertmanagerConfig CONFIG =
      AlertmanagerReader.read(
              SourceFile.of(
                  "am.yml",
                  """
                  route:
                    receiver: desk
                    group_by: [alertname]
                    routes:
                    - matchers: [team="a"]
                      receiver: a
                      continue: true
                    - matchers: [team=~"a|b"]
                      receiver: b
                      group_by: [site]
                      mute_time_intervals: [night, weekend]
                    - matchers: [team="c"]
                      receiver: b
                      active_time_intervals: [weekend]
                  receivers: [{name: desk}, {name: a}, {name: b}]
                  inhibit_rules:
                  - source_matchers: [alertname="SiteDown"]
                    target_matchers: [severity="warning"]
                    equal: [site]
                  time_intervals:
                  - name: night
                    time_intervals: [{times: [{start_time: '00:00', end_time: '06:00'}]}]
                  - name: weekend
                    time_intervals: [{weekdays: [saturday, sunday]}]
                  """),
              AlertmanagerOptions.STRICT)
          .loaded()
          .get()
          .orElseThrow();

  @Test
  void passesWhenEverythingIsAsExpected() {
    assertThat(
            failures(
                """
                labels: {alertname: X, team: a, site: s, severity: warning}
                firing: [{alertname: SiteDown, site: s}]
                silences: [{matchers: [site="s"]}]
                expect:
                  receivers: [a, b]
                  group_labels: [{alertname: X}, {site: s}]
                  inhibited: true
                  silenced: true
                """))
        .isEmpty();
  }

  @Test
  void oneSetOfGroupLabelsHoldsForAllReceivers() {
    assertThat(failures("{labels: {alertname: X}, expect: {group_labels: {alertname: X}}}"))
        .isEmpty();
    assertThat(
            failures("{labels: {alertname: X, team: a}, expect: {group_labels: {alertname: X}}}"))
        .isEqualTo(
            "4:60 group_labels: {alertname=\"X\"} but [{alertname=\"X\"}, {}] "
                + "(the labels that the matched routes name under group_by, as far as the alert "
                + "has them)\n");
  }

  @Test
  void namesTheRoutesThatTookTheAlert() {
    assertThat(failures("{labels: {team: a}, expect: {receivers: [b, a]}}"))
        .isEqualTo(
            "4:43 receivers: [b, a] but [a, b] (a by the route at line 5, b by the route at line"
                + " 8)\n");
  }

  @Test
  void namesTheRuleAndTheSilence() {
    assertThat(
            failures(
                """
                labels: {site: s, severity: warning}
                firing: [{alertname: SiteDown, site: s}]
                silences: [{matchers: [site="s"]}]
                expect: {inhibited: false, silenced: false}
                """))
        .isEqualTo(
            """
            7:23 inhibited: false but true (by {alertname="SiteDown", site="s"} and the inhibition rule at line 17)
            7:40 silenced: false but true (by the silence at line 6)
            """);
    assertThat(
            failures(
                """
                labels: {site: s, severity: warning}
                firing: [{alertname: SiteDown, site: t}]
                expect: {inhibited: true, silenced: true}
                """))
        .isEqualTo(
            """
            6:23 inhibited: true but false (no inhibition rule has a source among the alerts under firing)
            6:39 silenced: true but false (no silence matches the alert)
            """);
  }

  @Test
  void comparesTheIntervalsThatMuteARouteInAnyOrder() {
    String test = "{labels: {team: a}, at: 2026-11-21T05:00:00Z, expect: {muted_by: %s}}";
    assertThat(failures(test.formatted("[weekend, night]"))).isEmpty();
    assertThat(failures(test.formatted("[night]")))
        .isEqualTo(
            "4:68 muted_by: [night] but [night, weekend]"
                + " (b is muted during night, weekend by the route at line 8)\n");
    assertThat(failures("{labels: {team: a}, at: 2026-11-20T05:00:00Z, expect: {muted_by: []}}"))
        .isEqualTo(
            "4:68 muted_by: [] but [night] (b is muted during night by the route at line 8)\n");
    assertThat(
            failures(
                "{labels: {team: a}, at: 2026-11-20T07:00:00+01:00, expect: {muted_by: [night]}}"))
        .isEqualTo(
            "4:73 muted_by: [night] but [] (no matched route is mute at 2026-11-20T06:00:00Z)\n");
  }

  @Test
  void outsideOfActiveIntervalsTheseAreToBlame() {
    assertThat(failures("{labels: {team: c}, at: 2026-11-20T05:00:00Z, expect: {muted_by: []}}"))
        .isEqualTo(
            "4:68 muted_by: [] but [weekend]"
                + " (b is active only during weekend by the route at line 12)\n");
  }

  @Test
  void withoutATimeOnlyRoutesWithoutIntervalsAreJudged() {
    assertThat(failures("{labels: {team: none}, expect: {muted_by: []}}")).isEmpty();
    assertThat(failures("{labels: {team: none}, expect: {muted_by: [night]}}"))
        .isEqualTo("4:45 muted_by: [night] but [] (no matched route has time intervals)\n");
    assertThat(failures("{labels: {team: b}, expect: {muted_by: []}}"))
        .isEqualTo(
            "4:42 muted_by: [] but it depends on the time (the route at line 8 has time intervals,"
                + " and the test does not say when it is: add 'at')\n");
  }

  private static String failures(String test) {
    String text = "alertmanager: am.yml\ntests:\n-\n" + test.strip().indent(2);
    RouteTestFile file =
        RouteTestReader.read(SourceFile.of("routes_test.yml", text)).get().orElseThrow();
    StringBuilder out = new StringBuilder();
    for (RouteTestFailure failure :
        RouteTestResult.of(file.tests().getFirst(), CONFIG).failures()) {
      out.append(failure.location().start().line())
          .append(':')
          .append(failure.location().start().column())
          .append(' ')
          .append(failure.subject())
          .append(": " + failure.expected() + " but " + failure.got())
          .append(" (" + failure.reason() + ")\n");
    }
    return out.toString();
  }
}
