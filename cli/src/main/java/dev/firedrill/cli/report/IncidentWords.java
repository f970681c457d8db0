package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.fixture.IncidentTest;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.Narrowing;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is to say of an incident that becomes a unit test.
///
/// @param answer what happened
/// @param zone in which times are shown
public record IncidentWords(Why.Answer answer, ZoneId zone) {
  /// {@return that the alert did not fire, and when it did next to that; empty where it fired}
  public Optional<String> remark() {
    for (AlertExplanation alert : answer.alerts()) {
      for (InstanceStory story : alert.instances()) {
        @Nullable ActiveAlert now = story.now();
        if (now != null && now.isFiring()) {
          return Optional.empty();
        }
      }
    }
    ClockText clock = new ClockText(zone);
    long asked = answer.question().time();
    return Optional.of(
        answer.question().alert()
            + " did not fire at "
            + clock.full(asked)
            + ", so the test expects nothing; "
            + nearest(clock));
  }

  private String nearest(ClockText clock) {
    long asked = answer.question().time();
    Narrowing narrowing = new Narrowing(answer.question().labels());
    @Nullable AlertInterval nearest = null;
    for (AlertReplay alert : answer.trace().report().alerts()) {
      if (!alert.rule().name().value().equals(answer.question().alert())) {
        continue;
      }
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval each : instance.firing()) {
          boolean wanted = narrowing.accepts(instance.labels());
          if (wanted && (nearest == null || distance(each, asked) < distance(nearest, asked))) {
            nearest = each;
          }
        }
      }
    }
    return nearest == null
        ? "it never fires on these data"
        : "it fires from "
            + clock.full(nearest.start())
            + (nearest.open() ? " to the end" : " to " + clock.after(asked, nearest.end()));
  }

  private static long distance(AlertInterval interval, long time) {
    return Math.max(0, Math.max(interval.start() - time, time - interval.end()));
  }

  /// {@return why there is no test}
  public String noTest() {
    boolean evaluated = answer.alerts().stream().anyMatch(each -> each.evaluation() != null);
    return evaluated
        ? "the incident cannot be told as a unit test: where all groups are evaluated at one"
            + " interval, "
            + answer.question().alert()
            + " does something else; firedrill rules why tells what it did"
        : "the rules were not evaluated by then";
  }

  /// {@return how small the test is}
  public static String size(IncidentTest test) {
    return test.fixture().series().size()
        + " of "
        + test.recorded()
        + " series, "
        + PrometheusDuration.format(test.fixture().end() - test.fixture().start())
        + (test.expected().isEmpty() ? ", nothing fires" : ", fires");
  }

  /// {@return the first thing that is wrong with a test}
  public static String failure(TestFileOutcome outcome) {
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      return diagnostic.message();
    }
    for (TestOutcome test : outcome.outcomes()) {
      for (TestFailure failure : test.failures()) {
        return failure.message();
      }
    }
    return "it does not pass";
  }
}
