package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.diagnostic.UnifiedDiff;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TimelineExcerpt;
import dev.firedrill.rules.test.UnitTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// One failure of a unit test, for people: place, what it is about, what differs, and what the
/// alert was around that time.
record TestFailureText(TestFailure failure, UnitTest test, FailureStyle style) implements Report {
  private static final int MOST = 10;

  @Override
  public void write(Appendable out) throws IOException {
    Diagnostic diagnostic = failure.diagnostic();
    if (diagnostic != null && failure.kind() == TestFailure.Kind.SETUP) {
      out.append(
          render(
              diagnostic.withMessage(
                  title(failure) + quotedName(" ") + ": " + diagnostic.message())));
      out.append('\n');
      return;
    }
    Location place = failure.location();
    out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
    out.append(": ").append(title(failure)).append(quotedName(" in ")).append('\n');
    if (diagnostic != null) {
      out.append("  ").append(render(diagnostic).stripTrailing().replace("\n", "\n  "));
      out.append('\n');
    } else if (!failure.message().isEmpty()) {
      String message = style.mask(failure.message());
      out.append("  ").append(message.replace("\n", "\n  ")).append('\n');
    }
    boolean comparison = isComparison();
    if (comparison && style.diff()) {
      diff(out);
    } else if (comparison) {
      differences(out, ObservationPairs.of(failure));
    }
    TimelineExcerpt timeline = failure.timeline();
    if (timeline != null) {
      new TimelineText(timeline, style).write(out);
    }
    out.append('\n');
  }

  private String render(Diagnostic diagnostic) {
    TextStyle text = TextStyle.PLAIN.withColours(style.colored()).withMasking(style.masking());
    return new DiagnosticText(text).render(diagnostic);
  }

  // Where a message says which instances there were to be and are, a table would repeat it.
  private boolean isComparison() {
    String message = failure.message();
    return message.isEmpty()
        ? !failure.expected().isEmpty() || !failure.got().isEmpty()
        : !failure.expected().isEmpty() && !message.startsWith("expected ");
  }

  /// {@return what a failure is about, in a few words: `alert Down at 5m`}
  static String title(TestFailure failure) {
    Duration time = failure.evalTime();
    String at = time == null ? "" : " at " + PrometheusDuration.format(time.toMillis());
    return switch (failure.kind()) {
      case ALERT -> "alert " + failure.subject() + at;
      case EXPR -> "'" + failure.subject().strip().replaceAll("\\s*\n\\s*", " ") + "'" + at;
      case NOTIFICATION -> "notification to " + failure.subject() + at;
      case RULE -> "rule " + failure.subject() + at;
      case SETUP -> "cannot run the test";
    };
  }

  private String quotedName(String before) {
    return test.name().isEmpty() ? "" : before + "'" + test.name() + "'";
  }

  private void diff(Appendable out) throws IOException {
    String patch =
        UnifiedDiff.of(
            "",
            style.mask(ExpectationYaml.items(failure.expected())),
            style.mask(ExpectationYaml.items(failure.got())));
    List<String> lines = patch.lines().toList();
    out.append("  ").append(style.paint("--- expected", FailureStyle.EXPECTED)).append('\n');
    out.append("  ").append(style.paint("+++ got", FailureStyle.GOT)).append('\n');
    for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
      String code =
          line.startsWith("-")
              ? FailureStyle.EXPECTED
              : line.startsWith("+") ? FailureStyle.GOT : "";
      out.append("  ").append(code.isEmpty() ? line : style.paint(line, code)).append('\n');
    }
  }

  private void differences(Appendable out, ObservationPairs pairs) throws IOException {
    if (pairs.equal() > 0) {
      out.append("  as expected: ").append(String.valueOf(pairs.equal())).append('\n');
    }
    for (ObservationPairs.Pair pair : limited(pairs.changed())) {
      List<Difference> rows = Difference.rows(pair.expected(), pair.got());
      new ComparisonTable(rows, style).write(out);
    }
    more(out, pairs.changed().size());
    for (Observation missing : limited(pairs.missing())) {
      String text = "  missing: " + style.mask(text(missing));
      out.append(style.paint(text, FailureStyle.EXPECTED)).append('\n');
    }
    more(out, pairs.missing().size());
    for (Observation unexpected : limited(pairs.unexpected())) {
      String text = "  not expected: " + style.mask(text(unexpected));
      out.append(style.paint(text, FailureStyle.GOT)).append('\n');
    }
    more(out, pairs.unexpected().size());
  }

  private static <T> List<T> limited(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static void more(Appendable out, int size) throws IOException {
    if (size > MOST) {
      out.append("  and ").append(String.valueOf(size - MOST)).append(" more\n");
    }
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
}
