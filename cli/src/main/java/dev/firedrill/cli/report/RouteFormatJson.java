package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.routing.RouteFormatRun;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import java.io.IOException;

/// Which configurations were formatted, or would be, as JSON.
public record RouteFormatJson(RouteFormatRun run, Masking masking) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("version").value(Version.own());
    json.name("summary").object();
    json.name("files").value(run.files().size());
    json.name("changed").value(run.changed().size());
    json.name("matchers").value(run.places()).end();
    json.name("files").array();
    for (Formatted file : run.files()) {
      json.object().name("path").value(file.before().path());
      json.name("matchers").value(file.changed()).end();
    }
    json.end();
    SkippedJson.write(json, run.skipped());
    json.name("findings");
    new FindingsJson(masking).findings(json, run.findings());
    json.end();
    out.append(text).append('\n');
  }
}
