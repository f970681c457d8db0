package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What went otherwise than a test expects.
///
/// @param subject the alert's name, the expression, the rule or the receiver that it is about
/// @param evalTime since the start of the test; null where it is no matter of time
/// @param message what is wrong, where there is more to say than that `expected` and `got` differ;
///     else empty
/// @param expected in the order of comparison
/// @param got in the order of comparison
/// @param timeline what the alert was around that time; null where there is nothing to show
/// @param diagnostic the message with its very place and what to do; null where there is no more to
///     say than the message and `location` do
public record TestFailure(
    Kind kind,
    String subject,
    @Nullable Duration evalTime,
    String message,
    List<Observation> expected,
    List<Observation> got,
    Location location,
    @Nullable TimelineExcerpt timeline,
    @Nullable Diagnostic diagnostic) {
  /// What a failure is about.
  public enum Kind {
    /// The alerts of a name differ.
    ALERT,
    /// The samples of an expression differ.
    EXPR,
    /// An Alertmanager did not notify as expected.
    NOTIFICATION,
    /// A rule could not be evaluated.
    RULE,
    /// The test could not be run.
    SETUP;

    /// {@return the word used in all output}
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TestFailure {
    expected = List.copyOf(expected);
    got = List.copyOf(got);
  }

  /// A failure without a timeline.
  public TestFailure(
      Kind kind,
      String subject,
      @Nullable Duration evalTime,
      String message,
      List<Observation> expected,
      List<Observation> got,
      Location location) {
    this(kind, subject, evalTime, message, expected, got, location, null, null);
  }

  /// {@return this with a timeline}
  public TestFailure withTimeline(TimelineExcerpt shown) {
    return new TestFailure(
        kind, subject, evalTime(), message, expected, got, location, shown, diagnostic());
  }

  /// {@return this with a diagnostic that says more than the message}
  public TestFailure withDiagnostic(@Nullable Diagnostic more) {
    return new TestFailure(
        kind, subject, evalTime(), message, expected, got, location, timeline(), more);
  }
}
