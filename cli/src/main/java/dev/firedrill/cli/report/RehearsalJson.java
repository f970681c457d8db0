package dev.firedrill.cli.report;

import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rehearsals as JSON: `{"stacks": [{"name", "notes", "sections": [{"title", "outcome", "summary",
/// "result"}]}]}`, the result as the command of the part writes it.
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
      json.object().name("name").value(rehearsal.stack()).name("notes");
      new FindingsJson(Masking.NONE).findings(json, rehearsal.notes());
      json.name("sections").array();
      for (Section section : rehearsal.sections()) {
        json.object().name("title").value(section.title());
        json.name("outcome").value(section.outcome().name().toLowerCase(Locale.ROOT));
        json.name("summary").value(section.summary()).name("result");
        result(json, section.reports().json());
        json.end();
      }
      json.end().end();
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private static void result(Json json, @Nullable Report own) throws IOException {
    if (own == null) {
      json.nothing();
      return;
    }
    StringBuilder text = new StringBuilder();
    own.write(text);
    json.document(text.toString());
  }
}
