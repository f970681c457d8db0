package dev.firedrill.cli.report;

import dev.firedrill.incident.Incident;
import dev.firedrill.replay.sweep.IncidentScore;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in words which settings to choose, and why.
///
/// @param zone in which times are shown
public record SweepWords(Sweep sweep, ZoneId zone) {
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

  /// {@return which settings to choose, in sentences; none where no incidents are known}
  public List<String> advice() {
    SweepAdvice advice = sweep.advice();
    if (advice == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    boolean kept = advice.chosen().variant().current();
    int caught = caught(advice.chosen());
    int all = sweep.incidents().size();
    StringBuilder first = new StringBuilder();
    first.append(kept ? "keep " : "recommended: ").append(settings(advice.chosen()));
    first.append(kept ? ", as it is: " : ": ").append(outcome(advice.chosen()));
    lines.add(first.toString());
    lines.add(
        kept
            ? "no other setting catches more, or as many with less noise"
            : "as it is: " + outcome(advice.current()));
    if (caught < all) {
      lines.add("no setting catches all " + all + ": missed by it " + missed(advice.chosen()));
    }
    lines.add(
        "chosen by: most incidents caught, then fewest false alarms, then fewest pages, then the"
            + " earliest");
    return lines;
  }

  private String outcome(SweepRow row) {
    int all = sweep.incidents().size();
    int caught = caught(row);
    IncidentScore score = row.score();
    StringBuilder text = new StringBuilder("catches ");
    text.append(caught == all ? "all " + all : caught + " of " + all);
    text.append(" with ").append(Counted.of(row.alert().firings(), "firing"));
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

  private static String inWords(long lead) {
    return lead == 0
        ? "at their start"
        : ClockText.duration(Math.abs(lead))
            + (lead > 0 ? " before" : " after")
            + " their start (median)";
  }

  private String missed(SweepRow row) {
    IncidentScore score = row.score();
    List<String> names = new ArrayList<>();
    for (Incident incident : score == null ? List.<Incident>of() : score.missed()) {
      String time = new ClockText(zone).full(incident.start());
      names.add(incident.name().isEmpty() ? time : incident.name() + " (" + time + ")");
    }
    return String.join(", ", names);
  }

  private static int caught(SweepRow row) {
    IncidentScore score = row.score();
    return score == null ? 0 : score.caught();
  }

  /// {@return a lead with its sign: `3m` before the incident, `-45s` after; a dash for none}
  static String lead(@Nullable Long millis) {
    if (millis == null) {
      return "-";
    }
    return (millis < 0 ? "-" : "") + ClockText.duration(Math.abs(millis));
  }
}
