package dev.firedrill.cli.report;

import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Rehearsals as JSON: `{"stacks": [{"name", "sections": [{"title", "outcome", "summary"}]}]}`.
public record RehearsalJson(List<Rehearsal> rehearsals) implements Report {
  public RehearsalJson {
    rehearsals = List.copyOf(rehearsals);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("stacks").array();
    for (Rehearsal rehearsal : rehearsals) {
      json.object().name("name").value(rehearsal.stack()).name("sections").array();
      for (Section section : rehearsal.sections()) {
        json.object().name("title").value(section.title());
        json.name("outcome").value(section.outcome().name().toLowerCase(Locale.ROOT));
        json.name("summary").value(section.summary()).end();
      }
      json.end().end();
    }
    json.end().end();
    out.append(text).append('\n');
  }
}
