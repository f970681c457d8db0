package dev.firedrill.lint.check.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrafanaContactPointTest {
  private static final GrafanaCase CASE = GrafanaCase.of("grafana/contact-point");

  private static List<String> receiver(String receiver) {
    return CASE.files(
        "apiVersion: 1\ncontactPoints:\n- name: a\n  receivers:\n  - " + receiver + "\n");
  }

  @Test
  void reportsTypesThatGrafanaDoesNotHave() {
    assertThat(receiver("{uid: x, type: slak, settings: {url: http://a}}"))
        .containsExactly("5:20 error: Grafana has no contact points of type slak");
    assertThat(receiver("{uid: x, type: $TYPE, settings: {url: http://a}}")).isEmpty();
  }

  @Test
  void reportsSettingsThatATypeNeeds() {
    assertThat(receiver("{uid: x, type: email, settings: {singleEmail: true}}"))
        .containsExactly("5:20 error: this email lacks `addresses`");
    assertThat(receiver("{uid: x, type: telegram, settings: {}}"))
        .containsExactly("5:20 error: this telegram lacks `bottoken` and `chatid`");
    assertThat(receiver("{uid: x, type: webhook, settings: {url: ''}}"))
        .containsExactly("5:20 error: this webhook lacks `url`");
    assertThat(receiver("{uid: x, type: webhook, settings: {url: $HOOK}}")).isEmpty();
  }

  @Test
  void takesOneOfSeveralWaysToReachSlack() {
    assertThat(receiver("{uid: x, type: slack, settings: {url: http://a}}")).isEmpty();
    assertThat(receiver("{uid: x, type: slack, settings: {token: t, recipient: '#a'}}")).isEmpty();
    assertThat(receiver("{uid: x, type: slack, settings: {recipient: '#a'}}"))
        .containsExactly("5:20 error: this slack lacks `url`");
  }

  @Test
  void looksIntoSecureSettingsToo() {
    assertThat(
            receiver(
                "{uid: x, type: pagerduty, settings: {}, secureSettings: {integrationKey: $K}}"))
        .isEmpty();
  }

  @Test
  void reportsWhatHasNoNameTypeOrUid() {
    assertThat(
            CASE.files(
                """
                apiVersion: 1
                contactPoints:
                - orgId: 1
                  receivers:
                  - uid: x
                    settings: {url: http://a}
                  - type: teams
                    settings: {url: http://a}
                """))
        .containsExactly(
            "3:3 error: contact point without a name: Grafana does not start",
            "5:5 error: integration without `type`: Grafana does not start",
            "7:5 error: integration without `uid`: Grafana does not start");
  }

  @Test
  void reportsPoliciesThatNameNoContactPoint() {
    String points =
        "apiVersion: 1\ncontactPoints: [{name: pager, receivers: [{uid: x, type: oncall, settings:"
            + " {url: http://a}}]}]\n";
    String policies =
        """
        apiVersion: 1
        policies:
        - receiver: grafana-default-email
          routes:
          - receiver: pager
            routes:
            - receiver: pagr
            - object_matchers: [[a, '=', b]]
          - receiver: $POINT
        """;
    assertThat(CASE.files(points, policies))
        .containsExactly("7:17 error: no contact point is called pagr");
    assertThat(CASE.files(policies)).isEmpty();
    assertThat(CASE.files("apiVersion: 1\npolicies:\n- group_by: [a]\n"))
        .containsExactly("3:3 error: root policy without a contact point");
  }

  @Test
  void readsExportsInJson() {
    assertThat(
            CASE.files(
                """
                {
                \t"apiVersion": 1,
                \t"contactPoints": [{"name": "a", "receivers": [
                \t\t{"uid": "x", "type": "line", "settings": {"title": "\\ud83d\\ude00"}}]}]
                }
                """))
        .containsExactly("4:25 error: this line lacks `token`");
  }
}
