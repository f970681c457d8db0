package dev.firedrill.cli.report;

import dev.firedrill.cli.change.PageCounts;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.change.ToldAlert;
import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.replay.compare.ReplayTotals;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.RuleChange;
import java.io.IOException;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a change of rules comes to, for people: each rule that differs with the windows in which it
/// fires otherwise, then receivers and totals.
///
/// @param zone in which times are shown
/// @param paint how it is coloured
/// @param quiet whether header and totals are left out
/// @param verbose whether all windows are shown, however many
public record RulesDiffText(
    RulesDifference difference, ZoneId zone, Paint paint, boolean quiet, boolean verbose)
    implements Report {
  private static final int SHOWN = 12;
  private static final int SHORT = 60;
  private static final String NO_DATA =
      "no data: only what is written otherwise; --data SOURCE tells what it does\n";

  @Override
  public void write(Appendable out) throws IOException {
    ReplayComparison replay = difference.replay();
    if (!quiet) {
      out.append(difference.before()).append(" to ").append(difference.after());
      out.append(replay == null ? ": " + NO_DATA : "\n");
      for (String remark : difference.remarks()) {
        out.append(remark).append('\n');
      }
      if (replay == null) {
        out.append('\n');
      } else {
        new GroundText(replay.ground().data(), replay.ground().range(), zone).write(out);
      }
    }
    body(out);
    if (!quiet) {
      if (replay != null) {
        out.append(totals(replay, difference.pages()));
      }
      out.append(summary(difference)).append('\n');
    }
  }

  /// Writes what differs, without header and totals.
  void body(Appendable out) throws IOException {
    IdentityHashMap<Rule, BehaviourChange> behaviours = byRule(difference);
    for (RuleChange change : difference.rules().changes()) {
      BehaviourChange behaviour = behaviours.get(change.latest().rule());
      if (!change.same() || behaviour != null) {
        rule(out, change, behaviour);
      }
    }
    if (!difference.routing().isEmpty()) {
      for (RouteChange change : difference.routing()) {
        RouteDiffText.change(out, change, paint);
      }
    }
    for (ToldAlert told : difference.told()) {
      out.append(paint.strong(told.alert())).append(": ").append(told.words()).append("\n\n");
    }
    new SentWords(difference, verbose).write(out, paint);
    for (RulesDifference.Failing failing : difference.failing()) {
      out.append(paint.warning(failed(failing))).append("\n\n");
    }
  }

  /// {@return how often evaluations of a rule failed: `A: 3 evaluations failed, 0 before: reason`}
  static String failed(RulesDifference.Failing failing) {
    return failing.rule()
        + ": "
        + Counted.of(failing.after(), "evaluation")
        + " failed, "
        + failing.before()
        + " before: "
        + failing.message();
  }

  /// {@return the alerts that fire otherwise, by the rule as it is now, or was}
  static IdentityHashMap<Rule, BehaviourChange> byRule(RulesDifference difference) {
    IdentityHashMap<Rule, BehaviourChange> byRule = new IdentityHashMap<>();
    for (BehaviourChange change : difference.behaviour()) {
      byRule.put(change.latest().rule(), change);
    }
    return byRule;
  }

  private void rule(Appendable out, RuleChange change, @Nullable BehaviourChange behaviour)
      throws IOException {
    Location place = change.latest().rule().location();
    out.append(paint.strong(change.latest().name())).append(" (").append(place.file().path());
    out.append(':').append(String.valueOf(place.start().line())).append(')');
    String fate = DifferenceWords.fate(change);
    String fires = fires(change, behaviour);
    out.append(fate.isEmpty() && fires.isEmpty() ? "" : ": ").append(fate);
    out.append(fate.isEmpty() || fires.isEmpty() ? "" : ", ").append(fires).append('\n');
    for (Difference each : DifferenceWords.differences(change)) {
      difference(out, each);
    }
    new MessageWords(difference, verbose).write(out, change, paint);
    if (behaviour != null) {
      windows(out, behaviour);
    }
    out.append('\n');
  }

  private String fires(RuleChange change, @Nullable BehaviourChange behaviour) {
    if (behaviour != null && !behaviour.firesOtherwise()) {
      return "fires as before, with other labels";
    }
    if (behaviour != null || difference.replay() == null || !change.latest().alerting()) {
      return "";
    }
    return difference.fired(change.latest().rule()) ? "fires as before" : "never fired";
  }

  private void difference(Appendable out, Difference each) throws IOException {
    String before = DifferenceWords.line(DifferenceWords.before(each));
    String after = DifferenceWords.line(DifferenceWords.after(each));
    if (before.length() + after.length() < SHORT) {
      out.append("  ").append(each.subject()).append(": ").append(before).append(" -> ");
      out.append(after).append('\n');
      return;
    }
    out.append("  ").append(each.subject()).append(":\n");
    out.append(paint.bad("  - " + before)).append('\n');
    out.append(paint.good("  + " + after)).append('\n');
  }

  private void windows(Appendable out, BehaviourChange behaviour) throws IOException {
    int left = verbose ? Integer.MAX_VALUE : SHOWN;
    int hidden = 0;
    for (Map.Entry<Labels, List<String>> instance :
        new WindowWords(zone).lines(behaviour).entrySet()) {
      if (left > 0) {
        String labels = instance.getKey().without(Labels.ALERT_NAME).toString();
        out.append("  ").append(labels).append('\n');
      }
      for (String line : instance.getValue()) {
        if (left-- > 0) {
          out.append("    ").append(painted(line)).append('\n');
        } else {
          hidden++;
        }
      }
    }
    if (hidden > 0) {
      out.append("  and ").append(Counted.of(hidden, "more window"));
      out.append(": --verbose shows all\n");
    }
  }

  private String painted(String line) {
    return switch (line.charAt(0)) {
      case '+' -> paint.good(line);
      case '-' -> paint.bad(line);
      case '~' -> paint.warning(line);
      default -> line;
    };
  }

  /// {@return a table of numbers before and after}
  static String totals(ReplayComparison replay, @Nullable PageCounts pages) {
    BeforeAfterTable table = new BeforeAfterTable();
    ReplayTotals before = ReplayTotals.of(replay.before());
    ReplayTotals after = ReplayTotals.of(replay.after());
    table.row("alerts that fired", before.fired(), after.fired());
    table.row("firings", before.firings(), after.firings());
    table.row(
        "time firing",
        ClockText.duration(before.firingMillis()),
        ClockText.duration(after.firingMillis()));
    table.row("flaps", before.flaps(), after.flaps());
    if (pages != null) {
      for (String receiver : pages.receivers()) {
        table.row("told: " + receiver, pages.before(receiver), pages.after(receiver));
      }
    }
    return table.text() + "\n";
  }

  /// {@return how many rules differ, in one line}
  static String summary(RulesDifference difference) {
    StringBuilder text = new StringBuilder();
    List<RuleChange> changes = difference.rules().changes();
    if (difference.replay() != null) {
      long alerts = changes.stream().filter(change -> change.latest().alerting()).count();
      int otherwise = difference.firingOtherwise();
      text.append(otherwise).append(" of ");
      text.append(Counted.of(alerts, "alert")).append(" fire");
      text.append(otherwise == 1 || alerts == 1 ? "s" : "").append(" otherwise, ");
      int relabelled = difference.relabelled();
      text.append(relabelled == 0 ? "" : relabelled + " with other labels, ");
    }
    text.append(Counted.of(difference.rules().different().size(), "rule")).append(" changed, ");
    text.append(difference.rules().same()).append(" unchanged");
    if (difference.routes() != null) {
      long routed = difference.receivers().stream().map(RouteChange::rule).distinct().count();
      text.append(", ").append(Counted.of(routed, "alert")).append(" to other receivers");
    }
    int told = difference.toldOtherwise().size();
    if (told > 0) {
      text.append(", ").append(Counted.of(told, "receiver")).append(" told more or less often");
    }
    long worded = difference.reworded();
    if (worded > 0) {
      text.append(", ").append(Counted.of(worded, "alert")).append(" told in other words");
    }
    return text.toString();
  }
}
