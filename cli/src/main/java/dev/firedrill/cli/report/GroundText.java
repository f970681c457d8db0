package dev.firedrill.cli.report;

import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.Gap;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.Resolution;
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
    List<Gap> known = data.gaps();
    List<Gap> gaps = known == null ? List.of() : known;
    out.append(", ").append(known == null ? "gaps not known" : count(gaps));
    out.append(resolutions()).append('\n');
    for (RecordingSummary.SelectorData selector : data.selectors()) {
      if (selector.series() == 0) {
        out.append("  no data for ").append(Printer.print(selector.selector())).append('\n');
      }
    }
    for (Gap gap : gaps.subList(0, Math.min(LISTED, gaps.size()))) {
      out.append("  gap ").append(clock.range(gap.time())).append(series(gap)).append('\n');
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
      out.append(": ranges and for may lack what was before, ");
      boolean ever = warmUp.whole() <= range.last();
      out.append(ever ? "until " + clock.full(warmUp.whole()) : "to the end of the replay")
          .append('\n');
    }
  }

  // How many there are of each matters only where there are several.
  private String resolutions() {
    StringBuilder text = new StringBuilder();
    List<Resolution> known = data.resolutions();
    List<Resolution> all = known == null ? List.of() : known;
    for (Resolution each : all) {
      if (each.step() > 0) {
        text.append(text.isEmpty() ? ", a sample every " : ", ");
        text.append(ClockText.duration(each.step()));
        text.append(all.size() > 1 ? " (" + each.series() + " series)" : "");
      }
    }
    return text.toString();
  }

  private static String series(Gap gap) {
    StringBuilder text = new StringBuilder();
    for (long step : gap.steps()) {
      text.append(text.isEmpty() ? " of series with a sample every " : ", ");
      text.append(ClockText.duration(step));
    }
    return text.toString();
  }

  private static String count(List<Gap> gaps) {
    return gaps.isEmpty() ? "no gaps" : Counted.of(gaps.size(), "gap");
  }
}
