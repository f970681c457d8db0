package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.UnitTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// One failure of a unit test, for people: place, what it is about, and what differs.
record TestFailureText(TestFailure failure, UnitTest test, boolean colored) implements Report {
  private static final String EXPECTED = "32";
  private static final String GOT = "31";

  @Override
  public void write(Appendable out) throws IOException {
    Location place = failure.location();
    out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
    out.append(": ").append(subject()).append(name()).append('\n');
    if (!failure.message().isEmpty()) {
      out.append("  ").append(failure.message().replace("\n", "\n  ")).append('\n');
    } else {
      differences(out, ObservationPairs.of(failure));
    }
    out.append('\n');
  }

  private String subject() {
    Duration time = failure.evalTime();
    String at = time == null ? "" : " at " + PrometheusDuration.format(time.toMillis());
    return switch (failure.kind()) {
      case ALERT -> "alert " + failure.subject() + at;
      case EXPR -> "'" + failure.subject().strip().replace("\n", " ") + "'" + at;
      case RULE -> "rule " + failure.subject() + at;
      case SETUP -> "cannot run the test";
    };
  }

  private String name() {
    return test.name().isEmpty() ? "" : " in '" + test.name() + "'";
  }

  private void differences(Appendable out, ObservationPairs pairs) throws IOException {
    if (pairs.equal() > 0) {
      out.append("  as expected: ").append(String.valueOf(pairs.equal())).append('\n');
    }
    for (ObservationPairs.Pair pair : pairs.changed()) {
      out.append("  differs: ").append(common(pair)).append('\n');
      for (Difference difference : pair.differences()) {
        out.append("    ").append(difference.what()).append(": expected ");
        out.append(paint(difference.expected(), EXPECTED)).append(", got ");
        out.append(paint(difference.got(), GOT)).append('\n');
      }
    }
    for (Observation missing : pairs.missing()) {
      out.append(paint("  missing: " + text(missing), EXPECTED)).append('\n');
    }
    for (Observation unexpected : pairs.unexpected()) {
      out.append(paint("  not expected: " + text(unexpected), GOT)).append('\n');
    }
  }

  /// The labels that agree, by which people know which one it is.
  private static String common(ObservationPairs.Pair pair) {
    Map<String, String> common = new TreeMap<>(pair.expected().labels());
    common.entrySet().retainAll(pair.got().labels().entrySet());
    return Observation.braces(common);
  }

  private static String text(Observation observation) {
    String labels = Observation.braces(observation.labels());
    return switch (observation) {
      case FiringAlert alert ->
          alert.annotations().isEmpty()
              ? labels
              : labels + "\n    annotations: " + Observation.braces(alert.annotations());
      case ResultSample sample -> labels + " " + sample.valueText();
    };
  }

  private String paint(String text, String code) {
    return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
