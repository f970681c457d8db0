package dev.firedrill.cli.report;

import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.input.FormatRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.rules.edit.RuleFormat.Formatted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Which rule files were formatted, or would be, as JSON.
public record FormatJson(FormatRun run) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("version").value(Version.own());
    json.name("summary").object();
    json.name("files").value(run.files().size());
    json.name("changed").value(run.changed().size());
    json.name("expressions").value(run.expressions());
    json.name("skipped").value(run.skipped().size()).end();
    json.name("files").array();
    for (Formatted file : run.files()) {
      json.object().name("path").value(file.before().path());
      json.name("expressions").value(file.changed()).end();
    }
    json.end();
    SkippedJson.write(json, run.skipped());
    json.name("findings");
    List<Diagnostic> findings = new ArrayList<>(run.unreadable());
    findings.addAll(run.remarks());
    new FindingsJson(Masking.NONE).findings(json, findings);
    json.end();
    out.append(text).append('\n');
  }
}
