package dev.firedrill.cli.report;

import dev.firedrill.incident.Incident;
import dev.firedrill.replay.sweep.IncidentScore;
import dev.firedrill.replay.sweep.KnownIncidents;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.series.TimeRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words which settings to choose, and why.
///
/// @param zone in which times are shown
public record SweepWords(Sweep sweep, ZoneId zone) {
  /// Incidents that are named before the rest is counted.
  private static final int NAMED = 10;

  /// {@return what the settings are now: `for is 5m, 0.9`}
  public String now() {
    List<String> now = new ArrayList<>();
    for (SweepAxis axis : sweep.plan().axes()) {
      now.add(axis.key() + (axis.current().equals(axis.key()) ? "" : " is " + axis.current()));
    }
    return String.join(", ", now);
  }

  /// {@return the settings of a row: `for=5m 0.9=0.95`}
  public String settings(SweepRow row) {
    List<String> words = new ArrayList<>();
    List<SweepAxis> axes = sweep.plan().axes();
    for (int i = 0; i < axes.size(); i++) {
      words.add(axes.get(i).key() + "=" + row.variant().values().get(i));
    }
    return String.join(" ", words);
  }

  /// {@return the settings of a row where there is little room: `for=5m`, `5m · 0.95`}
  public String brief(SweepRow row) {
    List<String> values = row.variant().values();
    return values.size() == 1 ? settings(row) : String.join(" · ", values);
  }

  /// {@return what the columns mean that do not say so, and what was left out, in sentences}
  public List<String> legend() {
    List<String> lines = new ArrayList<>();
    if (sweep.current().pages() == null) {
      lines.add("pages: firings, for want of an --alertmanager");
    }
    if (!sweep.incidents().isEmpty()) {
      lines.add(
          "lead: from the first firing to the start of the incident, median, least and most; below"
              + " 0 it fired after");
    }
    return lines;
  }

  /// {@return which incidents nothing can be said of, in sentences}
  public List<String> leftOut() {
    List<String> lines = new ArrayList<>();
    if (!sweep.outside().isEmpty()) {
      lines.add(
          Counted.of(sweep.outside().size(), "incident")
              + " outside the time left out: "
              + names(sweep.outside()));
    }
    if (!sweep.unrecorded().isEmpty()) {
      lines.add(
          Counted.of(sweep.unrecorded().size(), "incident")
              + " in a gap, of which nothing was recorded, counted apart: "
              + names(sweep.unrecorded()));
    }
    return lines;
  }

  /// {@return evaluations that failed, a sentence for each row that has some}
  public List<String> failures() {
    List<String> lines = new ArrayList<>();
    for (SweepRow row : sweep.rows()) {
      if (!row.failures().isEmpty()) {
        lines.add(
            Counted.of(row.failures().size(), "evaluation")
                + " failed with "
                + settings(row)
                + ": "
                + row.failures().getFirst().message());
      }
    }
    return lines;
  }

  /// {@return which settings to choose, in sentences; none where no incidents are known}
  public List<String> advice() {
    SweepAdvice advice = sweep.advice();
    if (advice == null) {
      return List.of();
    }
    SweepRow chosen = advice.chosen();
    return chosen == null ? nothing(advice) : choice(advice, chosen);
  }

  private List<String> nothing(SweepAdvice advice) {
    IncidentScore score = advice.current().score();
    if (score == null || score.missed().isEmpty()) {
      return List.of("nothing was recorded during any incident, so that no setting can be judged");
    }
    int all = score.missed().size();
    String any = all == 1 ? "the incident" : "any of " + all + " incidents";
    return List.of(
        "no setting catches " + any + ", so none is recommended: " + names(score.missed()));
  }

  private List<String> choice(SweepAdvice advice, SweepRow chosen) {
    List<String> lines = new ArrayList<>();
    boolean kept = chosen.variant().current();
    IncidentScore score = chosen.score();
    StringBuilder first = new StringBuilder();
    first.append(kept ? "keep " : "recommended: ").append(settings(chosen));
    first.append(kept ? ", as it is: " : ": ").append(outcome(chosen));
    lines.add(first.toString());
    lines.add(
        kept
            ? "no other setting catches more, or as many with less noise"
            : "as it is: " + outcome(advice.current()));
    if (score != null && !score.missed().isEmpty()) {
      lines.add("no setting catches " + every(score) + ": missed by it " + names(score.missed()));
    }
    lines.add(
        "chosen by: most incidents caught, then fewest false alarms, then fewest pages, then the"
            + " earliest");
    return lines;
  }

  private String outcome(SweepRow row) {
    StringBuilder text = new StringBuilder();
    IncidentScore score = row.score();
    if (score != null) {
      text.append("catches ");
      text.append(
          score.missed().isEmpty() ? every(score) : score.caught() + " of " + score.judged());
      text.append(" with ");
    }
    text.append(Counted.of(row.alert().firings(), "firing"));
    if (row.pages() != null) {
      text.append(" and ").append(Counted.of(row.calls(), "page"));
    }
    if (score != null) {
      text.append(", ").append(Counted.of(score.falseAlarms(), "false alarm"));
      Long lead = score.medianLead();
      text.append(lead == null ? "" : ", " + inWords(lead));
    }
    return text.toString();
  }

  private static String every(IncidentScore score) {
    return score.judged() == 1 ? "the incident" : "all " + score.judged();
  }

  private static String inWords(long lead) {
    return lead == 0
        ? "at their start"
        : ClockText.duration(Math.abs(lead))
            + (lead > 0 ? " before" : " after")
            + " their start (median)";
  }

  /// {@return that no incident lies within the replayed time, and which lie outside}
  public static String noneWithin(KnownIncidents known, TimeRange range, ZoneId zone) {
    int count = known.outside().size();
    return (count == 1 ? "its incident does not lie" : "none of its " + count + " incidents lies")
        + " within the replayed time, "
        + new ClockText(zone).range(range)
        + " "
        + zone.getId()
        + ", but: "
        + names(known.outside(), zone);
  }

  private String names(List<Incident> incidents) {
    return names(incidents, zone);
  }

  private static String names(List<Incident> incidents, ZoneId zone) {
    List<String> names = new ArrayList<>();
    for (Incident incident : incidents.subList(0, Math.min(NAMED, incidents.size()))) {
      String time = new ClockText(zone).full(incident.start());
      names.add(incident.name().isEmpty() ? time : incident.name() + " (" + time + ")");
    }
    int more = incidents.size() - names.size();
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }

  /// {@return a lead with its sign: `3m` before the incident, `-45s` after; a dash for none}
  static String lead(@Nullable Long millis) {
    if (millis == null) {
      return "-";
    }
    return (millis < 0 ? "-" : "") + ClockText.duration(Math.abs(millis));
  }
}
