package dev.firedrill.cli.html.report;

import dev.firedrill.series.TimeRange;
import java.time.ZoneId;
import java.util.List;

/// What is told of one stack.
///
/// @param name of the stack, or of what was replayed
/// @param range from when to when
/// @param zone in which times are shown
/// @param sections in any order: the page has its own
public record StackReport(String name, TimeRange range, ZoneId zone, List<ReportSection> sections) {
  public StackReport {
    sections = List.copyOf(sections);
  }

  void tell(PlainTables tables, String title) {
    tables.stack(name.isEmpty() ? title : title + " of " + name, zone);
    tables.sentence(
        tables.time(range.first()) + " to " + tables.time(range.last()) + " " + zone.getId());
    sections.forEach(section -> section.tell(tables));
  }

  void write(ReportData data) {
    data.startAt(range.first());
    data.json().object().name("name");
    data.text(name);
    data.json().name("start").value(range.first());
    data.json().name("length").value(range.last() - range.first());
    data.json().name("zone").value(zone.getId());
    for (ReportSection section : sections) {
      data.json().name(section.name());
      section.write(data);
    }
    data.json().end();
  }
}
