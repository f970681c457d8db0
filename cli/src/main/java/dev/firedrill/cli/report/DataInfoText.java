package dev.firedrill.cli.report;

import dev.firedrill.series.TimeRange;
import dev.firedrill.series.survey.DataSurvey;
import dev.firedrill.series.survey.MetricSurvey;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What there is in recorded data, for people: all in all, then a row for each metric.
///
/// @param zone in which times are shown
/// @param quiet whether only the rows are shown
public record DataInfoText(DataSurvey survey, ZoneId zone, boolean quiet, Paint paint)
    implements Report {
  /// Gaps and intervals that are listed before the rest is counted.
  private static final int LISTED = 5;

  private static final int LISTED_INTERVALS = 3;

  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      header(out);
    }
    ClockText clock = new ClockText(zone);
    TextTable table = new TextTable("METRIC", "SERIES", "SAMPLES", "EVERY", "GAPS", "TIME");
    for (MetricSurvey metric : survey.metrics()) {
      table.row(
          metric.name().isEmpty() ? "(no name)" : metric.name(),
          String.valueOf(metric.series()),
          metric.samples() + kinds(metric),
          metric.intervals().isEmpty() ? "-" : intervals(metric),
          String.valueOf(metric.gaps().size()),
          clock.range(metric.extent()));
    }
    table.write(out, paint);
  }

  private void header(Appendable out) throws IOException {
    MetricSurvey total = survey.total();
    ClockText clock = new ClockText(zone);
    TimeRange extent = total.extent();
    out.append(clock.range(extent)).append(' ').append(zone.getId()).append(" (");
    out.append(ClockText.duration(extent.last() - extent.first())).append("), ");
    out.append(Counted.of(survey.metrics().size(), "metric")).append(", ");
    out.append(String.valueOf(total.series())).append(" series, ");
    out.append(Counted.of(total.samples(), "sample")).append(kinds(total)).append('\n');
    List<TimeRange> gaps = total.gaps();
    out.append(gaps.isEmpty() ? none() : Counted.of(gaps.size(), "gap"));
    if (!total.intervals().isEmpty()) {
      out.append(", a sample every ").append(intervals(total));
    }
    out.append('\n');
    for (TimeRange gap : gaps.subList(0, Math.min(LISTED, gaps.size()))) {
      out.append("  gap ").append(clock.range(gap)).append(" (");
      out.append(ClockText.duration(gap.last() - gap.first())).append(")\n");
    }
    if (gaps.size() > LISTED) {
      out.append("  and ").append(Counted.of(gaps.size() - LISTED, "more gap")).append('\n');
    }
    out.append('\n');
  }

  // Others may go on while some have none.
  private String none() {
    long metrics = survey.metrics().stream().filter(each -> !each.gaps().isEmpty()).count();
    return metrics == 0
        ? "no gaps"
        : "no gap of all series, but of " + Counted.of(metrics, "metric");
  }

  private static String kinds(MetricSurvey metric) {
    List<String> kinds = new ArrayList<>();
    if (metric.histograms() > 0) {
      kinds.add(Counted.of(metric.histograms(), "native histogram"));
    }
    if (metric.stale() > 0) {
      kinds.add(Counted.of(metric.stale(), "staleness marker"));
    }
    return kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")";
  }

  // The most usual first, each with its number of series where there are several.
  private static String intervals(MetricSurvey metric) {
    List<Map.Entry<Long, Long>> sorted = new ArrayList<>(metric.intervals().entrySet());
    if (sorted.size() == 1) {
      return ClockText.duration(sorted.getFirst().getKey());
    }
    sorted.sort(Map.Entry.<Long, Long>comparingByValue().reversed());
    List<String> texts = new ArrayList<>();
    for (Map.Entry<Long, Long> one : sorted) {
      if (texts.size() == LISTED_INTERVALS) {
        texts.add("...");
        break;
      }
      texts.add(ClockText.duration(one.getKey()) + " (" + one.getValue() + ")");
    }
    return String.join(", ", texts);
  }
}
