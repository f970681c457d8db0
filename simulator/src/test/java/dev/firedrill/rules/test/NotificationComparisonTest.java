package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationComparisonTest {
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - alert: Down
          expr: up == 0
          for: 2m
          annotations: {summary: '{{ $labels.instance }} is down'}
      """;

  private static final String ALERTMANAGER =
      """
      route: {receiver: pager, group_by: [instance], group_wait: 10s, group_interval: 1m}
      receivers:
      - name: silent
      - name: pager
        webhook_configs: [{url: 'http://localhost/'}]
      """;

  // Both fire at 4m and are told of at 4m10s; i1 is resolved at 6m and i2 does not come back.
  private static final String TEST =
      """
      kind: firedrill-tests
      rule_files: [rules.yml]
      tests:
      - alertmanager: alertmanager.yml
        input_series:
        - {series: 'up{instance="i1"}', values: 1x1 0x3 1x4}
        - {series: 'up{instance="i2"}', values: 1x1 0x8}
        expect_notifications: \
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("rules.yml"), RULES);
    Files.writeString(folder.resolve("alertmanager.yml"), ALERTMANAGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{receiver: pager}]",
        "[{receiver: pager, at: 4m10s}, {receiver: pager, at: 4m}]",
        "[{receiver: pager, at: 3m10s1ms}]",
        "[{receiver: pager, at: 4m}, {receiver: pager, at: 4m, contains: i1 is down}]",
        "[{receiver: pager, at: 4m}, {receiver: pager, at: 4m, contains: i2 is down}]",
        "[{receiver: pager, contains: ['instance=\"i2\"', i2 is down, first notification]}]",
        "[{receiver: pager, at: 6m, status: resolved, contains: [i1, all alerts resolved]}]",
      })
  void passes(String expected) throws IOException {
    assertThat(failures(expected)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{receiver: silent}]",
        "[{receiver: pager, at: 4m10s1ms}]",
        "[{receiver: pager, at: 3m10s}]",
        "[{receiver: pager, contains: [i1 is down, i2 is down]}]",
        "[{receiver: pager, status: resolved, contains: i2}]",
        "[{receiver: pager, contains: i1}, {receiver: pager, contains: i1}]",
      })
  void fails(String expected) throws IOException {
    assertThat(failures(expected)).hasSize(1);
  }

  @Test
  void saysWhatNotificationsThereWere() throws IOException {
    assertThat(failures("[{receiver: pager, at: 9m, status: resolved, contains: i2}]"))
        .singleElement()
        .asString()
        .contains(
            "notification | pager | PT9M | expected a notification to pager, resolved, at 9m or"
                + " before 10m, with \"i2\", got:\n",
            "\n  4m10s  pager (webhook)  firing    {alertname=\"Down\", instance=\"i2\"}");
  }

  @Test
  void goesOnUntilTheLastTimeThatIsNamed() throws IOException {
    assertThat(failures("[{receiver: pager, at: 4h4m, contains: repeat interval elapsed}]"))
        .singleElement()
        .asString()
        .contains("at 4h4m or before 4h5m");
    assertThat(failures("[]\n  until: 3m")).isEmpty();
  }

  @Test
  void refusesAnAlertmanagerThatCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("alertmanager.yml"), "route: {receiver: nobody}");
    assertThat(failures("[]")).containsExactly("file: undefined receiver \"nobody\" used in route");
    Files.delete(folder.resolve("alertmanager.yml"));
    assertThat(failures("[]"))
        .containsExactly("file: Alertmanager 'alertmanager.yml' does not exist");
  }

  @Test
  void takesNoMessageWhoseTemplateFails() throws IOException {
    String paging = "pagerduty_configs: [{routing_key: k, description: '{{ template \"x\" . }}'}]";
    String broken = ALERTMANAGER.replace("webhook_configs: [{url: 'http://localhost/'}]", paging);
    Files.writeString(folder.resolve("alertmanager.yml"), broken);
    assertThat(failures("[{receiver: pager, at: 4m}]"))
        .singleElement()
        .asString()
        .contains("(pagerduty)", "\n    is not sent, description: ", "\"x\"");
  }

  private List<String> failures(String expected) throws IOException {
    Path file = folder.resolve("down_test.yml");
    Files.writeString(file, TEST + expected + "\n");
    return TestFiles.run(file);
  }
}
