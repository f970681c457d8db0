package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.fixture.IncidentTest;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.PassedOver;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
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
  /// What the reason follows where there is no test.
  public static final String NO_TEST = "the incident cannot be told as a unit test: ";

  /// {@return when an instance that fires had begun to, in epoch milliseconds; empty where none
  ///     does}
  public Optional<Long> began() {
    for (AlertExplanation alert : answer.alerts()) {
      for (InstanceStory story : alert.instances()) {
        @Nullable ActiveAlert now = story.now();
        if (now != null && now.state() instanceof AlertState.Firing firing) {
          return Optional.of(firing.firedAt());
        }
      }
    }
    return Optional.empty();
  }

  /// {@return what there is to be said of a test: that the alert did not fire, and when it did next
  ///     to that, or that it shows an earlier evaluation; empty where there is nothing}
  public Optional<String> remark(IncidentTest test) {
    ClockText clock = new ClockText(zone);
    if (began().isPresent()) {
      boolean then = answer.alerts().stream().anyMatch(each -> isOf(each, test.evaluation()));
      return then
          ? Optional.empty()
          : Optional.of(otherwise() + "; the test is of " + clock.full(test.evaluation()));
    }
    long asked = answer.question().time();
    return Optional.of(
        answer.question().alert()
            + " did not fire at "
            + clock.full(asked)
            + ", so the test expects nothing; "
            + nearest(clock));
  }

  private static boolean isOf(AlertExplanation alert, long time) {
    @Nullable Long evaluation = alert.evaluation();
    return evaluation != null && evaluation == time;
  }

  private String nearest(ClockText clock) {
    long asked = answer.question().time();
    @Nullable AlertInterval nearest = null;
    for (AlertReplay alert : answer.trace().report().alerts()) {
      if (!alert.rule().name().value().equals(answer.question().alert())) {
        continue;
      }
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval each : instance.firing()) {
          boolean wanted = answer.question().asksFor(instance.labels());
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

  /// {@return why there cannot be a test of it, as far as that is known beforehand}
  public Optional<String> hindrance() {
    if (answer.alerts().stream().allMatch(each -> each.evaluation() == null)) {
      return Optional.of("the rules were not evaluated by then");
    }
    String alert = answer.question().alert();
    for (AlertExplanation each : answer.alerts()) {
      for (RuleFailure failure : each.failures()) {
        return Optional.of(
            "the evaluation of "
                + alert
                + " failed then, as none of a test may: "
                + failure.message());
      }
    }
    return answer.alerts().stream().allMatch(each -> each.instances().isEmpty())
        ? ofOthers(alert)
        : Optional.empty();
  }

  private Optional<String> ofOthers(String alert) {
    Labels asked = answer.question().labels();
    for (AlertExplanation each : answer.alerts()) {
      PassedOver others = each.passedOver();
      if (others.firing() > 0) {
        String example = others.examples().getFirst().without(Labels.ALERT_NAME).toString();
        return Optional.of(
            "no instance of " + alert + " has " + asked + ", but " + example + " fired then");
      }
    }
    return answer.alerts().stream().allMatch(each -> each.passedOver().written().size() > 0)
        ? Optional.of(
            "no instance of "
                + alert
                + " can have "
                + asked
                + ": the rule itself says "
                + answer.alerts().getFirst().passedOver().written())
        : Optional.empty();
  }

  /// {@return why there is no test of it, where it was tried}
  public String otherwise() {
    return "where samples come at equal steps and all groups are evaluated at one interval, "
        + answer.question().alert()
        + " does something else at "
        + new ClockText(zone).full(answer.question().time())
        + "; firedrill rules why tells what it did";
  }

  /// {@return whether an instance was pending}
  public boolean isPending() {
    for (AlertExplanation alert : answer.alerts()) {
      for (InstanceStory story : alert.instances()) {
        @Nullable ActiveAlert now = story.now();
        if (now != null && now.state() instanceof AlertState.Pending) {
          return true;
        }
      }
    }
    return false;
  }

  /// {@return why there is no test of nothing}
  public String nothingRead() {
    return "what "
        + answer.question().alert()
        + " reads has no sample around then, and of nothing a test shows nothing";
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
        if (!failure.message().isEmpty()) {
          return failure.message();
        }
      }
    }
    return "it does not pass";
  }
}
