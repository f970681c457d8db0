package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertState;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.ExplainedExpr;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.PassedOver;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an alert did or did not fire at a time, for people: its state, how it came to that, and the
/// expression with what each part of it was.
///
/// @param zone in which times are shown
/// @param detail how much is shown of the expression
public record WhyText(Why.Answer answer, ZoneId zone, Detail detail, Paint paint)
    implements Report {
  private static final int MOST = 3;
  private static final int INSTANCES = 4;

  /// How much is shown.
  public enum Detail {
    /// What was to blame, without the expression.
    BRIEF,
    /// The first series of each part of the expression.
    USUAL,
    /// All series of each part.
    WHOLE
  }

  @Override
  public void write(Appendable out) throws IOException {
    String between = "";
    for (AlertExplanation alert : answer.alerts()) {
      write(out.append(between), alert);
      between = "\n";
    }
  }

  private void write(Appendable out, AlertExplanation alert) throws IOException {
    ClockText clock = new ClockText(zone);
    heading(out, alert, clock);
    for (RuleFailure failure : alert.failures()) {
      out.append(paint.bad("the evaluation failed: ")).append(failure.message());
      out.append(
          failure.exceedsLimit()
              ? ": the rule has no alerts any more, and nobody is told\n"
              : ": its alerts stay as they were, and nobody is told\n");
    }
    @Nullable Long evaluation = alert.evaluation();
    BlamedText blamed = new BlamedText(clock, paint);
    if (!alert.failures().isEmpty() && evaluation != null) {
      blamed.write(out, alert.causes(), evaluation, "  ");
    }
    passedOver(out, alert);
    boolean whole = detail == Detail.WHOLE;
    long last = answer.data().last();
    InstanceText instances = new InstanceText(answer.question().time(), last, clock, whole, paint);
    int most = whole ? Integer.MAX_VALUE : INSTANCES;
    List<InstanceStory> told = alert.instances();
    for (InstanceStory story : told.subList(0, Math.min(most, told.size()))) {
      instances.write(out.append('\n'), alert, story);
    }
    int more = Math.max(0, told.size() - most) + alert.others();
    if (more > 0) {
      out.append("\nand ").append(Counted.of(more, "more instance"));
      out.append(": narrow them down by --label NAME=VALUE\n");
    }
    @Nullable ExplainedExpr expr = alert.expr();
    if (expr != null && !alert.causes().isEmpty() && alert.failures().isEmpty()) {
      out.append('\n').append(paint.strong("the condition was false")).append('\n');
      blamed.write(out, alert.causes(), expr.time(), "  ");
    }
    if (expr != null && detail != Detail.BRIEF) {
      out.append('\n').append(paint.strong("the expression at " + clock.full(expr.time())));
      out.append('\n');
      new WhyTree(expr, clock, paint, whole ? Integer.MAX_VALUE : MOST).write(out);
    }
  }

  private void passedOver(Appendable out, AlertExplanation alert) throws IOException {
    PassedOver others = alert.passedOver();
    if (!alert.instances().isEmpty() || others.asked().size() == 0 || !others.matters()) {
      return;
    }
    out.append("no instance has ").append(others.asked().toString());
    if (others.written().size() > 0) {
      out.append(": the rule itself says ").append(others.written().toString());
    }
    if (others.active() > 0) {
      int some = others.firing() > 0 ? others.firing() : others.active();
      out.append("; ").append(Counted.of(some, "other instance"));
      out.append(others.firing() > 0 ? " fired then: " : " had been active: ");
      String between = "";
      for (Labels each : others.examples()) {
        out.append(between).append(each.without(Labels.ALERT_NAME).toString());
        between = ", ";
      }
      out.append(some > others.examples().size() ? ", ..." : "");
    }
    out.append('\n');
  }

  private void beyondData(Appendable out, ClockText clock) throws IOException {
    if (answer.hasData()) {
      return;
    }
    long asked = answer.question().time();
    long last = answer.data().last();
    out.append("  ").append(paint.warning("nothing was recorded then: "));
    if (asked > last) {
      out.append("the data end at ").append(clock.after(asked, last)).append(", ");
      out.append(ClockText.duration(asked - last)).append(" before");
    } else {
      out.append("it is in a gap of the data");
    }
    out.append('\n');
  }

  private void heading(Appendable out, AlertExplanation alert, ClockText clock) throws IOException {
    Rule.AlertingRule rule = alert.rule();
    out.append(paint.strong(rule.name().value())).append(' ').append(verdict(alert));
    out.append(" at ").append(clock.full(answer.question().time())).append(' ');
    out.append(zone.getId()).append('\n');
    out.append("  ").append(rule.location().file().path()).append(':');
    out.append(String.valueOf(rule.location().start().line())).append(": ");
    out.append(String.join(" ", rule.expr().source().text().strip().split("\\s+", -1)));
    InstanceText.duration(out, ", for ", rule.holdDuration());
    InstanceText.duration(out, ", keep_firing_for ", rule.keepFiringFor());
    out.append("\n  group ").append(alert.group().name().value());
    if (alert.interval() > 0) {
      out.append(", evaluated every ").append(PrometheusDuration.format(alert.interval()));
    }
    @Nullable Long evaluation = alert.evaluation();
    @Nullable Long first = alert.first();
    if (evaluation != null) {
      out.append(", last at ").append(clock.after(answer.question().time(), evaluation));
      InstanceText.duration(out, ", looking back ", alert.group().queryOffset());
    } else if (first != null) {
      out.append(", first at ").append(clock.full(first));
    }
    out.append('\n');
    beyondData(out, clock);
  }

  private String verdict(AlertExplanation alert) {
    boolean pending = false;
    for (InstanceStory story : alert.instances()) {
      @Nullable ActiveAlert now = story.now();
      if (now != null && now.isFiring()) {
        return paint.bad("was firing");
      }
      pending |= now != null && now.state() instanceof AlertState.Pending;
    }
    return pending ? paint.warning("was pending") : paint.good("did not fire");
  }
}
