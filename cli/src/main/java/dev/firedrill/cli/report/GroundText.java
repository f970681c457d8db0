package dev.firedrill.cli.report;

import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.WarmUp;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/// What results stand on: the time, how much data there is in it, selectors without, gaps, warm-up.
///
/// @param zone in which times are shown
/// @param notes what is to be known beside
record GroundText(RecordingSummary data, TimeRange range, ZoneId zone, List<String> notes)
    implements Report {
  /// Gaps that are listed before the rest is counted.
  private static final int LISTED = 5;

  GroundText(RecordingSummary data, TimeRange range, ZoneId zone) {
    this(data, range, zone, List.of());
  }

  @Override
  public void write(Appendable out) throws IOException {
    ClockText clock = new ClockText(zone);
    out.append(clock.range(range)).append(' ').append(zone.getId()).append(", ");
    boolean counted = data.samples() >= 0;
    out.append(String.valueOf(data.series())).append(" series");
    out.append(counted ? ", " + Counted.of(data.samples(), "sample") : " on the server");
    out.append('\n');
    out.append(String.valueOf(data.selectorsWithData())).append(" of ");
    out.append(Counted.of(data.selectors().size(), "selector")).append(" with data");
    List<TimeRange> gaps = data.knownGaps();
    out.append(", ").append(data.gaps() == null ? "gaps not known" : count(gaps));
    if (data.resolution() > 0) {
      out.append(", a sample every ").append(ClockText.duration(data.resolution()));
    }
    out.append('\n');
    for (RecordingSummary.SelectorData selector : data.selectors()) {
      if (selector.series() == 0) {
        out.append("  no data for ").append(Printer.print(selector.selector())).append('\n');
      }
    }
    for (TimeRange gap : gaps.subList(0, Math.min(LISTED, gaps.size()))) {
      out.append("  gap ").append(clock.range(gap)).append('\n');
    }
    if (gaps.size() > LISTED) {
      out.append("  and ").append(Counted.of(gaps.size() - LISTED, "more gap")).append('\n');
    }
    warmUp(out, clock);
    for (String note : notes) {
      out.append("  ").append(note).append('\n');
    }
    out.append('\n');
  }

  private void warmUp(Appendable out, ClockText clock) throws IOException {
    WarmUp warmUp = data.warmUp();
    if (!warmUp.isWhole()) {
      out.append("  warm-up ").append(ClockText.duration(warmUp.available())).append(" of ");
      out.append(ClockText.duration(warmUp.wanted()));
      out.append(": ranges and for may lack what was before, until ");
      out.append(clock.full(warmUp.whole())).append('\n');
    }
  }

  private static String count(List<TimeRange> gaps) {
    return gaps.isEmpty() ? "no gaps" : Counted.of(gaps.size(), "gap");
  }
}
