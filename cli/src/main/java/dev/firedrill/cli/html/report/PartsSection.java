package dev.firedrill.cli.html.report;

import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.cli.rehearsal.SectionItem;
import dev.firedrill.diagnostic.Json;
import java.util.List;
import java.util.Locale;

/// The parts of a rehearsal.
record PartsSection(List<Section> parts) implements ReportSection {
  PartsSection {
    parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public void write(ReportData data) {
    Json json = data.json().array();
    for (Section part : parts) {
      json.object().name("title");
      data.text(part.title());
      json.name("outcome");
      data.text(part.outcome().name().toLowerCase(Locale.ROOT));
      json.name("summary");
      data.text(part.summary());
      json.name("details").array();
      part.details().forEach(data::text);
      json.end().name("items").array();
      part.items().forEach(item -> item(data, item));
      json.end().end();
    }
    json.end();
  }

  @Override
  public void tell(PlainTables tables) {
    tables.table(
        "Rehearsal",
        List.of("Part", "Outcome", "Summary"),
        parts.stream()
            .map(
                part ->
                    List.of(
                        part.title(),
                        part.outcome().name().toLowerCase(Locale.ROOT),
                        part.summary())));
  }

  private static void item(ReportData data, SectionItem item) {
    Json json = data.json().array();
    data.text(item.tone().name().toLowerCase(Locale.ROOT)).text(item.title());
    data.text(item.place()).text(item.text()).text(item.more());
    json.end();
  }
}
