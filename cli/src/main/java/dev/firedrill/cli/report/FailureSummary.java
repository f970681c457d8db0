package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.TestFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a failure comes to, in one line.
final class FailureSummary {
  private static final int FEW = 3;

  private FailureSummary() {}

  /// {@return the failure in one line}
  static String of(TestFailure failure) {
    Diagnostic diagnostic = failure.diagnostic();
    if (diagnostic != null) {
      return diagnostic.message();
    }
    if (!failure.message().isEmpty()) {
      return failure.message().replaceAll("\\s*\n\\s*", "; ");
    }
    ObservationPairs pairs = ObservationPairs.of(failure);
    List<String> parts = new ArrayList<>();
    for (ObservationPairs.Pair pair : pairs.changed()) {
      for (Difference difference : pair.differences()) {
        parts.add(
            difference.what()
                + ": expected "
                + quoted(difference.expected())
                + ", got "
                + quoted(difference.got()));
      }
    }
    for (Observation missing : pairs.missing()) {
      parts.add("missing " + Observation.braces(missing.labels()));
    }
    for (Observation unexpected : pairs.unexpected()) {
      parts.add("not expected " + Observation.braces(unexpected.labels()));
    }
    String text = String.join("; ", parts.subList(0, Math.min(FEW, parts.size())));
    return parts.size() > FEW ? text + "; and " + (parts.size() - FEW) + " more" : text;
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "none" : GoQuote.quote(value);
  }
}
