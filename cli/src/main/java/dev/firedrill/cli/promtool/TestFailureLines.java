package dev.firedrill.cli.promtool;

import dev.firedrill.labels.GoDuration;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.UnitTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A failure of a unit test, line for line as promtool prints it.
///
/// @param diff whether alerts are shown by their differences
record TestFailureLines(TestFailure failure, UnitTest test, boolean diff) {
  private static final String INDENT = "    ";

  String text() {
    return switch (failure.kind()) {
      case ALERT -> alert();
      case EXPR -> expr();
      case RULE ->
          INDENT
              + "rule: "
              + failure.subject()
              + ", time: "
              + GoDuration.formatMillis(test.start() + time().toMillis())
              + ", err: "
              + failure.message();
      case NOTIFICATION, SETUP -> failure.message();
    };
  }

  private Duration time() {
    Duration time = failure.evalTime();
    return time == null ? Duration.ZERO : time;
  }

  private String alert() {
    StringBuilder out = new StringBuilder();
    if (!test.name().isEmpty()) {
      out.append(INDENT).append("name: ").append(test.name()).append(",\n");
    }
    out.append(INDENT).append("alertname: ").append(failure.subject());
    out.append(", time: ").append(PrometheusDuration.format(time().toMillis())).append(", \n");
    List<FiringAlert> expected = alerts(failure.expected());
    List<FiringAlert> got = alerts(failure.got());
    if (diff) {
      return out.append("        diff: ").append(AlertDiff.of(expected, got)).toString();
    }
    out.append("        exp:");
    alerts(expected, out);
    out.append(", \n        got:");
    alerts(got, out);
    return out.toString();
  }

  private static List<FiringAlert> alerts(List<Observation> observations) {
    List<FiringAlert> alerts = new ArrayList<>();
    for (Observation observation : observations) {
      if (observation instanceof FiringAlert alert) {
        alerts.add(alert);
      }
    }
    return alerts;
  }

  private static void alerts(List<FiringAlert> alerts, StringBuilder out) {
    if (alerts.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < alerts.size(); i++) {
      String text = alerts.get(i).text().replace("\nAnnotations:", "\n              Annotations:");
      out.append(i == 0 ? "" : ",").append("\n            ").append(i);
      out.append(":\n              ").append(text);
    }
    out.append("\n            ]");
  }

  private String expr() {
    StringBuilder out = new StringBuilder();
    out.append(INDENT).append("expr: ").append(GoQuote.quote(failure.subject()));
    out.append(", time: ").append(PrometheusDuration.format(time().toMillis()));
    if (!failure.message().isEmpty()) {
      return out.append(", err: ").append(failure.message()).toString();
    }
    out.append(",\n        exp: ").append(samples(failure.expected()));
    return out.append("\n        got: ").append(samples(failure.got())).toString();
  }

  private static String samples(List<Observation> samples) {
    StringBuilder out = new StringBuilder();
    for (Observation sample : samples) {
      out.append(out.isEmpty() ? "" : ", ").append(sample.text());
    }
    return out.isEmpty() ? "nil" : out.toString();
  }
}
