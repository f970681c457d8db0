package dev.firedrill.template.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.template.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationDataReaderTest {
  @Test
  void readsKeysInAnyCaseAndPassesOverUnknownOnes() {
    NotificationData data =
        NotificationDataReader.read(
            """
            {"Status": "firing", "version": "4", "groupKey": {"a": [1, -2.5e3, true]},
             "alerts": [{"labels": {"a": "\\u00e9\\n"}, "startsAt": "2026-11-21T10:00:00.5+01:00"}],
             "commonLabels": {}, "notification_reason": "new alerts"}
            """);
    assertThat(rendered("{{ .Status }} {{ .NotificationReason }} {{ .Alerts | toJson }}", data))
        .isEqualTo(
            "firing new alerts [{\"status\":\"\",\"labels\":{\"a\":\"é\\n"
                + "\"},\"annotations\":null,"
                + "\"startsAt\":\"2026-11-21T10:00:00.5+01:00\",\"endsAt\":\"0001-01-01T00:00:00Z\","
                + "\"generatorURL\":\"\",\"fingerprint\":\"\"}]");
    assertThat(rendered("{{ toJson .CommonLabels }} {{ toJson .GroupLabels }}", data))
        .isEqualTo("{} null");
  }

  @Test
  void takesNullForNothing() {
    assertThat(NotificationDataReader.read(" null ")).isEqualTo(NotificationData.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      value = {
        "{bad => invalid character 'b' looking for beginning of object key string",
        "{\"a\" 1} => invalid character '1' after object key",
        "{\"a\": 1 2} => invalid character '2' after object key:value pair",
        "[1 2] => invalid character '2' after array element",
        "{} x => invalid character 'x' after top-level value",
        "{\"a\": tru} => invalid character '}' in literal true (expecting 'e')",
        "{\"a\": 1.} => invalid character '}' after decimal point in numeric literal",
        "{\"a\": \"\\x\"} => invalid character 'x' in string escape code",
        "{\"a\": => unexpected end of JSON input",
        "[1] => json: cannot unmarshal array into Go value of type template.Data",
        "{\"receiver\": {}} => json: cannot unmarshal object into Go struct field Data.receiver of"
            + " type string",
        "{\"alerts\": 3} => json: cannot unmarshal number into Go struct field Data.alerts of type"
            + " template.Alerts",
        "{\"groupLabels\": {\"a\": 1}} => json: cannot unmarshal number into Go struct field"
            + " Data.groupLabels of type string",
        "{\"alerts\": [{\"endsAt\": \"x\"}]} => parsing time \"x\" as"
            + " \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"",
      })
  void saysWhatIsWrongInGosWords(String json, String message) {
    assertThatThrownBy(() -> NotificationDataReader.read(json))
        .isInstanceOf(NotificationDataException.class)
        .hasMessage(message);
  }

  private static String rendered(String text, NotificationData data) {
    return switch (NotificationTemplates.builtIn()
        .render(text, data.asValue(), RenderOptions.text(0))) {
      case RunResult.Completed completed -> completed.text();
      case RunResult.Failed failed -> failed.message();
    };
  }
}
