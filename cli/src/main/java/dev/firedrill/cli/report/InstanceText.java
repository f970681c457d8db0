package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertState;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.Turn;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one instance of an alert was at a time, how its annotations read, and how it came to that.
///
/// @param asked the time, in epoch milliseconds
/// @param end of the data, in epoch milliseconds
/// @param whole whether long annotations are shown to their end
record InstanceText(long asked, long end, ClockText clock, boolean whole, Paint paint) {
  private static final int ANNOTATION = 200;

  void write(Appendable out, AlertExplanation alert, InstanceStory story) throws IOException {
    Rule.AlertingRule rule = alert.rule();
    @Nullable ActiveAlert now = story.now();
    AlertState state = now == null ? null : now.state();
    out.append(
        switch (state) {
          case null -> paint.good("inactive");
          case AlertState.Resolved resolved ->
              paint.good("inactive, resolved at " + clock.after(asked, resolved.resolvedAt()));
          case AlertState.Pending pending ->
              paint.warning("pending since " + clock.after(asked, pending.activeAt()))
                  + ", fires if it holds until "
                  + clock.after(asked, pending.activeAt() + held(alert));
          case AlertState.Firing firing -> firing(firing);
        });
    out.append("  ").append(story.labels().without("alertname").toString()).append('\n');
    annotations(out, now);
    relabelled(out, story);
    if (story.earlier() > 0) {
      out.append("  after ").append(Counted.of(story.earlier(), "earlier change")).append('\n');
    }
    for (Turn turn : story.turns()) {
      turn(out, rule, turn);
      relabelled(out, story.labels(), turn.became());
    }
    @Nullable Turn next = story.next();
    if (next != null) {
      out.append("  ").append(paint.faint("later: " + words(next) + " at "));
      out.append(paint.faint(clock.after(asked, next.time()))).append('\n');
    }
  }

  // As they read then, each on a line of its own.
  private void annotations(Appendable out, @Nullable ActiveAlert now) throws IOException {
    if (now == null || now.state() instanceof AlertState.Resolved) {
      return;
    }
    for (Map.Entry<String, String> each : now.annotations().entrySet()) {
      String text = String.join(" ", each.getValue().strip().split("\\s+", -1));
      boolean cut = !whole && text.length() > ANNOTATION;
      out.append("  ").append(paint.faint(each.getKey() + ": "));
      out.append(cut ? text.substring(0, ANNOTATION) + "..." : text).append('\n');
    }
  }

  private String firing(AlertState.Firing firing) {
    @Nullable Long missing = firing.missingSince();
    String kept =
        missing == null
            ? ""
            : ", kept since the condition was false at " + clock.after(asked, missing);
    return paint.bad("firing since " + clock.after(asked, firing.firedAt())) + kept;
  }

  private void turn(Appendable out, Rule.AlertingRule rule, Turn turn) throws IOException {
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
    boolean ended = turn.time() > end;
    out.append(turn.gap() ? ended ? ", after the end of the data" : ", in a gap of the data" : "");
    out.append('\n');
    new BlamedText(clock, paint).write(out, turn.causes(), turn.time(), "    ");
  }

  private void relabelled(Appendable out, InstanceStory story) throws IOException {
    InstanceStory.@Nullable Relabelled relabelled = story.relabelled();
    if (relabelled == null) {
      return;
    }
    String words =
        "the condition has held since "
            + clock.after(asked, relabelled.since())
            + ", but for starts anew whenever labels change: "
            + Counted.of(relabelled.times(), "time")
            + ", last "
            + changes(relabelled.before(), story.labels());
    out.append("  ").append(paint.warning(words)).append('\n');
  }

  private static String changes(Labels was, Labels became) {
    StringBuilder words = new StringBuilder();
    String between = "";
    for (String name : differing(was, became)) {
      words.append(between).append(value(name, was.get(name))).append(" became ");
      words.append(value(name, became.get(name)));
      between = ", ";
    }
    return words.toString();
  }

  private void relabelled(Appendable out, Labels was, @Nullable Labels became) throws IOException {
    if (became == null) {
      return;
    }
    String words =
        "the condition holds on, with other labels: "
            + changes(was, became)
            + "; that is another alert, which begins anew";
    out.append("    ").append(paint.warning(words)).append('\n');
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

  /// Writes a duration and what stands before it; nothing where there is none.
  static void duration(Appendable out, String before, @Nullable Located<Duration> duration)
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
}
