package dev.firedrill.fuzz;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.alertmanager.MatcherResult;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.alertmanager.scenario.ScenarioReader;
import dev.firedrill.alertmanager.test.RouteTestReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Utf8;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.notification.RenderOptions;
import dev.firedrill.template.run.RuleData;
import dev.firedrill.template.run.RuleTemplate;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a spoilt part of Alertmanager's files is thrown at: not only what reads it, but what it is
/// for. Whatever the text, none of these may throw.
enum AlertmanagerFuzzTarget {
  MATCHERS {
    @Override
    void run(String text) {
      for (MatcherMode mode : MatcherMode.values()) {
        MatcherParser parser = new MatcherParser(mode);
        parser.parseOne(text);
        List<Matcher> matchers = parser.parse(text).matchers();
        ALERTS.forEach(alert -> matchers.forEach(each -> each.matches(alert.get(each.name()))));
        // Only the classic parser takes bytes that are not UTF-8, and no parser their escapes.
        if (!matchers.isEmpty() && Utf8.isValid(text)) {
          expectSame(matchers);
        }
      }
    }

    private void expectSame(List<Matcher> matchers) {
      String printed = Matcher.print(matchers);
      MatcherResult again = new MatcherParser(MatcherMode.UTF8).parse(printed);
      boolean named = matchers.stream().noneMatch(matcher -> matcher.name().isEmpty());
      if (named && !again.matchers().equals(matchers)) {
        throw new IllegalStateException("is printed as what is read otherwise: " + printed);
      }
    }
  },
  /// The whole way of an alert as far as one file decides it: routes, intervals, inhibition,
  /// messages.
  ROUTING {
    @Override
    void run(String text) {
      for (MatcherMode mode : MatcherMode.values()) {
        AlertmanagerConfig config = config(text, mode);
        if (config != null) {
          PossibleWalk.of(config.route(), KnownLabels.ANY);
          ALERTS.forEach(alert -> follow(config, alert));
        }
      }
    }

    private void follow(AlertmanagerConfig config, Labels alert) {
      RouteWalk.of(config.route(), alert);
      config.inhibitRules().forEach(rule -> rule.mutes(ALERTS.getFirst(), alert));
    }
  },
  TIME_INTERVALS {
    @Override
    void run(String text) {
      AlertmanagerConfig config = config(INTERVALS_OF + text, MatcherMode.FALLBACK);
      if (config == null) {
        return;
      }
      for (Instant time : TIMES) {
        config.timeIntervals().forEach(interval -> interval.contains(time));
        for (Route route : config.route().all()) {
          RouteMute.of(route, config, time);
        }
      }
    }
  },
  MESSAGES {
    @Override
    void run(String text) {
      AlertmanagerConfig config = config(text, MatcherMode.FALLBACK);
      if (config != null) {
        MessageRenderer renderer =
            new MessageRenderer(config, NotificationTemplates.builtIn(), NOW.toEpochMilli());
        for (Receiver receiver : config.receivers()) {
          renderer.render(receiver, DATA, "{}:{}");
        }
      }
    }
  },
  TEMPLATE_TEXT {
    @Override
    void run(String text) {
      render(text, RenderOptions.text(NOW.toEpochMilli()));
    }
  },
  TEMPLATE_HTML {
    @Override
    void run(String text) {
      render(text, RenderOptions.html(NOW.toEpochMilli()));
    }
  },
  TEMPLATE_OF_RULE {
    @Override
    void run(String text) {
      Map<String, String> labels = Map.of("job", "trainer", "gpu", "<7>");
      RuleTemplate.of("Hot", text)
          .expand(new RuleData(labels, Map.of(), "http://p", Value.of(1.5)), Environment.NONE);
    }
  },
  ROUTE_TESTS {
    @Override
    void run(String text) {
      RouteTestReader.read(SourceFile.of("routes_test.yml", text));
    }
  },
  SCENARIOS {
    @Override
    void run(String text) {
      ScenarioReader.read(SourceFile.of("scenario.yml", text));
    }
  };

  private static final String INTERVALS_OF =
      """
      receivers: [{name: r}]
      route:
        receiver: r
        routes:
        - {mute_time_intervals: [a, b], active_time_intervals: [c]}
      """;
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final List<Instant> TIMES =
      List.of(
          NOW,
          Instant.parse("2028-02-29T23:59:59Z"),
          Instant.parse("2026-03-29T01:30:00Z"),
          Instant.EPOCH);
  private static final List<Labels> ALERTS =
      List.of(
          Labels.of("alertname", "ServiceDown", "severity", "critical", "service", "serving"),
          Labels.of("alertname", "GPUHot", "severity", "warning", "team", "é\n\"", "gpu", "7"),
          Labels.EMPTY);
  private static final NotificationData DATA =
      new NotificationData(
          "desk",
          "firing",
          List.of(alert("firing", ALERTS.get(0)), alert("resolved", ALERTS.get(1))),
          "first notification",
          Map.of("alertname", "GPUHot"),
          Map.of("severity", "<script>"),
          Map.of("summary", "a \"b\" & 'c'"),
          Map.of("runbook", "{{ .Status }}"),
          "http://alerts.example.com");

  private static NotifiedAlert alert(String status, Labels labels) {
    return new NotifiedAlert(
        status,
        labels.toMap(),
        Map.of("summary", "100% <b>hot</b>", "runbook_url", "javascript:alert(1)"),
        NOW.atZone(ZoneOffset.UTC),
        GoTime.ZERO,
        "http://prom.example.com/graph?g0.expr=up+%3D%3D+0",
        "0123456789abcdef");
  }

  private static @Nullable AlertmanagerConfig config(String text, MatcherMode mode) {
    AlertmanagerOptions options = new AlertmanagerOptions(mode, null);
    return AlertmanagerReader.read(SourceFile.of("alertmanager.yml", text), options)
        .loaded()
        .get()
        .orElse(null);
  }

  private static void render(String text, RenderOptions options) {
    NotificationTemplates.of(List.of(new NotificationTemplates.File("fuzz.tmpl", text)))
        .render("{{ template \"slack.default.title\" . }}", DATA.asPointer(), options);
    NotificationTemplates.builtIn().render(text, DATA.asPointer(), options);
  }

  /// {@return what is spoilt for it}
  ///
  /// @param seeds of Alertmanager's files
  List<byte[]> seeds(AlertmanagerSeeds seeds) {
    return switch (this) {
      case MATCHERS -> seeds.matchers();
      case ROUTING, MESSAGES -> seeds.configurations();
      case TIME_INTERVALS -> seeds.intervals();
      case TEMPLATE_TEXT, TEMPLATE_HTML -> seeds.templates();
      case TEMPLATE_OF_RULE -> seeds.ruleTemplates();
      case ROUTE_TESTS -> seeds.routeTests();
      case SCENARIOS -> seeds.scenarios();
    };
  }

  /// Reads the text and does with it what it is for.
  abstract void run(String text);
}
