package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertState;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.Blamed;
import dev.firedrill.replay.why.ExplainedExpr;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.PassedOver;
import dev.firedrill.replay.why.Turn;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
    passedOver(out, alert);
    boolean whole = detail == Detail.WHOLE;
    int most = whole ? Integer.MAX_VALUE : INSTANCES;
    List<InstanceStory> told = alert.instances();
    for (InstanceStory story : told.subList(0, Math.min(most, told.size()))) {
      instance(out.append('\n'), alert, story, clock);
    }
    int more = Math.max(0, told.size() - most) + alert.others();
    if (more > 0) {
      out.append("\nand ").append(Counted.of(more, "more instance"));
      out.append(": narrow them down by --label NAME=VALUE\n");
    }
    @Nullable ExplainedExpr expr = alert.expr();
    if (expr != null) {
      because(out, alert.causes(), clock, expr.time());
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
    duration(out, ", for ", rule.holdDuration());
    duration(out, ", keep_firing_for ", rule.keepFiringFor());
    out.append("\n  group ").append(alert.group().name().value());
    if (alert.interval() > 0) {
      out.append(", evaluated every ").append(PrometheusDuration.format(alert.interval()));
    }
    @Nullable Long evaluation = alert.evaluation();
    @Nullable Long first = alert.first();
    if (evaluation != null) {
      out.append(", last at ").append(clock.after(answer.question().time(), evaluation));
      duration(out, ", looking back ", alert.group().queryOffset());
    } else if (first != null) {
      out.append(", first at ").append(clock.full(first));
    }
    out.append('\n');
    beyondData(out, clock);
  }

  private static void duration(Appendable out, String before, @Nullable Located<Duration> duration)
      throws IOException {
    if (duration != null && !duration.value().isZero()) {
      out.append(before).append(PrometheusDuration.format(duration.value().toMillis()));
    }
  }

  // Up to the first evaluation that is late enough.
  private static long held(AlertExplanation alert) {
    @Nullable Located<Duration> hold = alert.rule().holdDuration();
    long millis = hold == null ? 0 : hold.value().toMillis();
    long interval = alert.interval();
    return interval <= 0 ? millis : Math.ceilDiv(millis, interval) * interval;
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

  private void instance(
      Appendable out, AlertExplanation alert, InstanceStory story, ClockText clock)
      throws IOException {
    Rule.AlertingRule rule = alert.rule();
    @Nullable ActiveAlert now = story.now();
    AlertState state = now == null ? null : now.state();
    long asked = answer.question().time();
    out.append(
        switch (state) {
          case null -> paint.good("inactive");
          case AlertState.Resolved resolved ->
              paint.good("inactive, resolved at " + clock.after(asked, resolved.resolvedAt()));
          case AlertState.Pending pending ->
              paint.warning("pending since " + clock.after(asked, pending.activeAt()))
                  + ", fires if it holds until "
                  + clock.after(asked, pending.activeAt() + held(alert));
          case AlertState.Firing firing -> firing(firing, clock);
        });
    out.append("  ").append(story.labels().without("alertname").toString()).append('\n');
    if (story.earlier() > 0) {
      out.append("  after ").append(Counted.of(story.earlier(), "earlier change")).append('\n');
    }
    for (Turn turn : story.turns()) {
      turn(out, rule, turn, clock);
      relabelled(out, story.labels(), turn.became());
    }
    @Nullable Turn next = story.next();
    if (next != null) {
      out.append("  ").append(paint.faint("later: " + words(next) + " at "));
      out.append(paint.faint(clock.after(asked, next.time()))).append('\n');
    }
  }

  private String firing(AlertState.Firing firing, ClockText clock) {
    long asked = answer.question().time();
    @Nullable Long missing = firing.missingSince();
    String kept =
        missing == null
            ? ""
            : ", kept since the condition was false at " + clock.after(asked, missing);
    return paint.bad("firing since " + clock.after(asked, firing.firedAt())) + kept;
  }

  private void turn(Appendable out, Rule.AlertingRule rule, Turn turn, ClockText clock)
      throws IOException {
    out.append("  ").append(clock.full(turn.time())).append("  ").append(words(turn));
    @Nullable Long kept = turn.keptSince();
    @Nullable RuleFailure failure = turn.failure();
    if (kept != null) {
      out.append(", the condition was false since ").append(clock.after(turn.time(), kept));
      duration(out, ": keep_firing_for ", rule.keepFiringFor());
    } else if (failure != null) {
      out.append(", the evaluation failed: ").append(failure.message());
    } else if (!turn.isLoss()) {
      out.append(", value ").append(new ValueText(turn.value(), turn.histogram()).general());
    }
    boolean ended = turn.time() > answer.data().last();
    out.append(turn.gap() ? ended ? ", after the end of the data" : ", in a gap of the data" : "");
    out.append('\n');
    for (Blamed blamed : turn.causes()) {
      out.append("    ").append(words(blamed, clock, turn.time())).append('\n');
    }
  }

  private void relabelled(Appendable out, Labels was, @Nullable Labels became) throws IOException {
    if (became == null) {
      return;
    }
    StringBuilder words = new StringBuilder("the condition holds on, with other labels: ");
    String between = "";
    for (String name : differing(was, became)) {
      words.append(between).append(value(name, was.get(name))).append(" became ");
      words.append(value(name, became.get(name)));
      between = ", ";
    }
    words.append("; that is another alert, which begins anew");
    out.append("    ").append(paint.warning(words.toString())).append('\n');
  }

  private static SortedSet<String> differing(Labels one, Labels other) {
    SortedSet<String> names = new TreeSet<>();
    one.forEach((name, value) -> names.add(name));
    other.forEach((name, value) -> names.add(name));
    names.removeIf(name -> one.get(name).equals(other.get(name)));
    return names;
  }

  private static String value(String name, String value) {
    return value.isEmpty() ? "no " + name : name + "=" + GoQuote.quote(value);
  }

  private static String words(Turn turn) {
    return switch (turn.kind()) {
      case PENDING -> "pending";
      case FIRING -> "firing";
      case KEPT -> "condition false, kept firing";
      case BACK -> "condition true again, firing on";
      case RESOLVED -> "resolved";
      case RESET -> "pending no more, for starts anew";
      case CLEARED -> "gone";
    };
  }

  private void because(Appendable out, List<Blamed> causes, ClockText clock, long time)
      throws IOException {
    if (causes.isEmpty()) {
      return;
    }
    out.append('\n').append(paint.strong("the condition was false")).append('\n');
    for (Blamed blamed : causes) {
      out.append("  ").append(words(blamed, clock, time)).append('\n');
    }
  }

  // Parts may be evaluated at another time, which the words tell then.
  private String words(Blamed blamed, ClockText clock, long time) {
    String words = new FindingWords(clock, time).of(blamed.finding());
    return Printer.print(blamed.part().expr()) + ": " + paint.warning(words);
  }
}
