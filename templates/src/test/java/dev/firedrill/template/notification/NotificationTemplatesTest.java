package dev.firedrill.template.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.TemplateError;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.value.GoTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTemplatesTest {
  private static final ZonedDateTime STARTED = ZonedDateTime.parse("2026-11-21T09:30:00Z");
  private static final long NOW = STARTED.plusMinutes(90).toInstant().toEpochMilli();
  private static final NotificationData DATA =
      new NotificationData(
          "on call",
          "firing",
          List.of(
              alert("firing", "gpu-1", Map.of("summary", "hot")), alert("resolved", "gpu-2", null)),
          "",
          Map.of("alertname", "GPUHot"),
          Map.of("alertname", "GPUHot", "team", "ml", "zone", "a"),
          Map.of("runbook", "https://runbooks/gpu"),
          Map.of("who", "{{ .GroupLabels.alertname }}!", "loop", "{{ routeLabels \"loop\" }}"),
          "https://am");

  private static NotifiedAlert alert(
      String status, String node, @Nullable Map<String, String> annotations) {
    return new NotifiedAlert(
        status,
        Map.of("alertname", "GPUHot", "node", node),
        annotations,
        STARTED,
        GoTime.ZERO,
        "https://prom/g",
        "f0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      value = {
        "title \"hELLO wide-world o'NEIL ΣΑΣ ﬁn\" => Hello Wide-World O'neil Σας Fin",
        "toUpper \"straße\" => STRAßE",
        "\" \\t\\u00a0x\\n\" | trimSpace => x",
        "stringSlice \"a\" \"b\" | join \"/\" => a/b",
        "join \"+\" .CommonLabels.Names => alertname+team+zone",
        ".CommonLabels => alertname=GPUHot, team=ml, zone=a",
        ".CommonLabels.SortedPairs => alertname=GPUHot, team=ml, zone=a",
        ".CommonLabels.Remove (stringSlice \"team\" \"other\") => alertname=GPUHot, zone=a",
        "printf \"%s %d\" .GroupLabels (len .Alerts.Firing) => alertname=GPUHot 1",
        "(index .Alerts.Resolved 0).Labels.node => gpu-2",
        ".CommonLabels.SortedPairs.Values => [GPUHot ml a]",
        "toJson .CommonLabels => {\"alertname\":\"GPUHot\",\"team\":\"ml\",\"zone\":\"a\"}",
        "toJson (list 1 2.5 1e21 1e-7 nil true \"<&>\\u2028\\x01\")"
            + " => [1,2.5,1e+21,1e-7,null,true,\"\\u003c\\u0026\\u003e\\u2028\\u0001\"]",
        "toJson .CommonLabels.SortedPairs.Names => [\"alertname\",\"team\",\"zone\"]",
        "toJson .GroupLabels.SortedPairs => [{\"Name\":\"alertname\",\"Value\":\"GPUHot\"}]",
        "append (list 1) 2 \"x\" => [1 2 x]",
        "dict \"b\" (list 1) \"a\" nil => map[a:<nil> b:[1]]",
        "(dict \"a\" (dict \"b\" 7)).a.b => 7",
        "base64encode \"??>>\" => Pz8-Pg==",
        "base64decode \"Pz8-Pg==\" => ??>>",
        "urlUnescape \"a%2Fb+c\" => a/b c",
        "\"q=a%20b\" | safeUrl => q=a%20b",
        "(index .Alerts 0).StartsAt | tz \"Europe/Berlin\" | date \"15:04 MST\" => 10:30 CET",
        "(index .Alerts 0).StartsAt | tz \"America/Sao_Paulo\" | date \"15:04 MST\" => 06:30 -03",
        "(index .Alerts 0).StartsAt | tz \"Asia/Kathmandu\" | date \"MST\" => +0545",
        "since (index .Alerts 0).StartsAt => 1h30m0s",
        "since (index .Alerts 0).StartsAt | humanizeDuration => 1h 30m 0s",
        "now => 2026-11-21 11:00:00 +0000 UTC",
        "toDate \"2006-01-02 15:04:05\" \"2026-02-03 04:05:06.25\" => 2026-02-03 04:05:06.25 +0000"
            + " UTC",
        "toDate \"Jan _2 06 3:04pm -0700\" \"Mar  4 70 1:02am +0130\""
            + " => 1970-03-04 01:02:00 +0130 +0130",
        "toDate \"2006 002\" \"2024 366\" => 2024-12-31 00:00:00 +0000 UTC",
        "toDate \"2006-01-02\" \"2026-02-30\" => 0001-01-01 00:00:00 +0000 UTC",
        "routeLabels \"who\" => GPUHot!",
        "routeLabels \"none\" => ^^",
        "match \"U.*t$\" .GroupLabels.alertname => true",
        "reReplaceAll \"G(P)U\" \"${1}\" .GroupLabels.alertname => PHot",
      })
  void computesAsAlertmanagerDoes(String expression, String output) {
    assertThat(rendered("{{ " + expression + " }}")).isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      value = {
        "dict \"a\" => error calling dict: dict requires an even number of arguments",
        "dict 1 2 => error calling dict: dict keys must be strings",
        "append (stringSlice \"a\") 1 => wrong type for value; expected []interface {}; got"
            + " []string",
        "base64decode \"a?==\" => error calling base64decode: illegal base64 data at input byte 1",
        "urlUnescape \"50%\" => error calling urlUnescape: invalid URL escape \"%\"",
        "now | tz \"Mars/Base\" => error calling tz: unknown time zone Mars/Base",
        "mustToDate \"2006-01\" \"2026/01\""
            + " => parsing time \"2026/01\" as \"2006-01\": cannot parse \"/01\" as \"-\"",
        "mustToDate \"2006-01\" \"2026-13\" => parsing time \"2026-13\": month out of range",
        "mustToDate \"2006\" \"20267\" => parsing time \"20267\": extra text: \"7\"",
        "toJson (printf \"%s\" . | eq \"x\" | not) 1 => wrong number of args for toJson",
        "routeLabels \"loop\" => route label cycle detected: loop -> loop",
        ".Nope => can't evaluate field Nope in type template.Data",
        ".Alerts.Firing.Nope => can't evaluate field Nope in type []template.Alert",
        "humanize 1 => function \"humanize\" not defined",
      })
  void failsAsAlertmanagerDoes(String expression, String message) {
    assertThat(rendered("{{ " + expression + " }}")).contains(message);
  }

  @Test
  void bringsTheDefaultTemplates() {
    assertThat(rendered("{{ template \"slack.default.fallback\" . }}"))
        .isEqualTo("[FIRING:1] GPUHot (ml a) | https://am/#/alerts?receiver=on+call");
    assertThat(rendered("{{ template \"opsgenie.default.description\" . }}"))
        .isEqualTo(
            """
            https://runbooks/gpu
            Alerts Firing:
            Labels:
             - alertname = GPUHot
             - node = gpu-1
            Annotations:
             - summary = hot
            Source: https://prom/g

            Alerts Resolved:
            Labels:
             - alertname = GPUHot
             - node = gpu-2
            Annotations:
            Source: https://prom/g
            """);
  }

  @Test
  void startsSomeMessagesWithTheCommonAnnotations() {
    for (String name : List.of("webex.default.message", "sns.default.message")) {
      assertThat(rendered("{{ template \"" + name + "\" . }}"))
          .as(name)
          .startsWith("https://runbooks/gpu\n\nAlerts Firing:\nLabels:\n")
          .endsWith("Source: https://prom/g\n\n\n");
    }
    for (String name : List.of("telegram.default.message", "discord.default.message")) {
      assertThat(rendered("{{ template \"" + name + "\" . }}"))
          .as(name)
          .startsWith("\n\nAlerts Firing:\n");
    }
  }

  @Test
  void letsFilesRedefineTemplates() {
    NotificationTemplates templates =
        NotificationTemplates.of(
            List.of(
                new NotificationTemplates.File("a.tmpl", "{{ define \"__subject\" }}A{{ end }}"),
                new NotificationTemplates.File("b.tmpl", "{{ define \"__subject\" }} {{ end }}")));
    assertThat(templates.errors()).isEmpty();
    assertThat(templates.render("{{ template \"slack.default.title\" . }}", DATA.asValue(), text()))
        .isEqualTo(new RunResult.Completed("A"));
  }

  @Test
  void namesTheFileThatIsNoTemplate() {
    NotificationTemplates templates =
        NotificationTemplates.of(
            List.of(new NotificationTemplates.File("a.tmpl", "\n{{ humanize 1 }}")));
    assertThat(templates.errors())
        .map(TemplateError::text)
        .containsExactly("template: a.tmpl:2: function \"humanize\" not defined");
  }

  @Test
  void takesRouteLabelsThatAreRenderedAsTheyAre() {
    RenderOptions rendered = new RenderOptions(false, NOW, true);
    assertThat(
            NotificationTemplates.builtIn()
                .render("{{ routeLabels \"loop\" }}", DATA.asValue(), rendered))
        .isEqualTo(new RunResult.Completed("{{ routeLabels \"loop\" }}"));
  }

  private static RenderOptions text() {
    return RenderOptions.text(NOW);
  }

  private static String rendered(String text) {
    return switch (NotificationTemplates.builtIn().render(text, DATA.asValue(), text())) {
      case RunResult.Completed completed -> completed.text();
      case RunResult.Failed failed -> failed.message();
    };
  }
}
