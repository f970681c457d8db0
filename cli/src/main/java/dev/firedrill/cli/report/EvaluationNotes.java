package dev.firedrill.cli.report;

import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.EvaluatedGroup;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.Resolution;
import dev.firedrill.replay.VariantReplay;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.RuleRemark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be known of how the rules of a replay were evaluated: how often where nobody said it,
/// how often the server did that made the recording, what was never evaluated, and samples too far
/// apart to be seen in between.
public final class EvaluationNotes {
  private static final int NAMED = 3;
  private static final int MOST_REMARKS = 10;
  private static final int MORE_THAN_ONE = 2;

  private EvaluationNotes() {}

  /// {@return the notes, a sentence each}
  /// @param replay how the rules were replayed
  public static List<String> of(ReplayReport report, RuleReplay replay) {
    return of(report.groups(), report.data(), replay);
  }

  /// {@return the notes on variants of a rule}
  /// @param replay how they were replayed
  public static List<String> of(VariantReplay.Outcome outcome, RuleReplay replay) {
    return of(outcome.groups(), outcome.data(), replay);
  }

  private static List<String> of(
      List<EvaluatedGroup> groups, RecordingSummary data, RuleReplay replay) {
    List<String> notes = new ArrayList<>();
    if (replay.known() == RuleReplay.Known.RECORDED) {
      notes.add(
          "evaluated every "
              + ClockText.duration(replay.interval())
              + ", as the recording shows: neither the rules nor --prometheus-config say how"
              + " often");
    }
    otherwiseRecorded(groups, notes);
    neverEvaluated(groups, notes);
    farApart(groups, data, replay.engine().lookback(), notes);
    if (data.unaskedGaps() > 0) {
      notes.add(
          Counted.of(data.unaskedGaps(), "gap")
              + " not asked about: in so many holes in the samples others may go on, of which the"
              + " server was not asked any more");
    }
    remarks(groups, notes);
    return notes;
  }

  // As the server of 3.x says them beside its results.
  private static void remarks(List<EvaluatedGroup> groups, List<String> notes) {
    int count = 0;
    for (EvaluatedGroup group : groups) {
      for (RuleRemark remark : group.remarks()) {
        if (count++ < MOST_REMARKS) {
          notes.add(told(remark));
        }
      }
    }
    if (count > MOST_REMARKS) {
      notes.add("and " + Counted.of(count - MOST_REMARKS, "more remark") + " of PromQL on rules");
    }
  }

  private static String told(RuleRemark remark) {
    Location place = remark.rule().location();
    String line = place.file().path() + ":" + place.start().line();
    return remark.rule().name().value() + " (" + line + "): " + remark.text();
  }

  private static void otherwiseRecorded(List<EvaluatedGroup> all, List<String> notes) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (EvaluatedGroup each : all) {
      if (each.isEvaluated() && each.isOtherwiseRecorded()) {
        String recorded = ClockText.duration(each.recorded());
        String note =
            " evaluated every "
                + ClockText.duration(each.interval())
                + ", the server that recorded did so every "
                + recorded
                + ": --interval "
                + recorded
                + " does as it did";
        groups.computeIfAbsent(note, _ -> new ArrayList<>()).add(each.group().name().value());
      }
    }
    groups.forEach((note, names) -> notes.add(named(names) + note));
  }

  private static void neverEvaluated(List<EvaluatedGroup> all, List<String> notes) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (EvaluatedGroup each : all) {
      if (!each.isEvaluated()) {
        String note = " never evaluated: every " + ClockText.duration(each.interval());
        groups
            .computeIfAbsent(note + " is not once in this time", _ -> new ArrayList<>())
            .add(each.group().name().value());
      }
    }
    groups.forEach((note, names) -> notes.add(named(names) + note));
  }

  private static String named(List<String> groups) {
    String names = String.join(", ", groups.subList(0, Math.min(NAMED, groups.size())));
    int more = groups.size() - NAMED;
    String noun = groups.size() == 1 ? "group " : "groups ";
    return noun + names + (more > 0 ? " and " + more + " more" : "");
  }

  private static void farApart(
      List<EvaluatedGroup> groups, RecordingSummary data, long lookback, List<String> notes) {
    List<Resolution> known = data.resolutions();
    List<Resolution> all = known == null ? List.of() : known;
    long apart = 0;
    int series = 0;
    boolean some = false;
    for (Resolution each : all) {
      boolean far = each.step() > lookback;
      apart = far ? Math.max(apart, each.step()) : apart;
      series += far ? each.series() : 0;
      some |= !far;
    }
    if (apart > lookback && groups.stream().anyMatch(EvaluationNotes::readsInstants)) {
      notes.add(
          (some ? "samples of " + series + " series are up to " : "samples are ")
              + ClockText.duration(apart)
              + " apart, and seen for "
              + ClockText.duration(lookback)
              + ": in between series are absent, alerts resolve and for starts anew;"
              + " last_over_time(...["
              + ClockText.duration(MORE_THAN_ONE * apart)
              + "]) bridges that, or a recording with samples closer together");
    }
  }

  private static boolean readsInstants(EvaluatedGroup group) {
    return group.group().rules().stream().anyMatch(EvaluationNotes::readsInstants);
  }

  // Ranges reach as far as they say.
  private static boolean readsInstants(Rule rule) {
    Deque<Expr> open = new ArrayDeque<>();
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      open.push(parsed.expr());
    }
    while (!open.isEmpty()) {
      Expr expr = open.pop();
      if (expr instanceof Expr.InstantSelector) {
        return true;
      }
      if (!(expr instanceof Expr.RangeSelector)) {
        ExprWalk.children(expr).forEach(open::push);
      }
    }
    return false;
  }
}
