package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;

/// How many findings there are of each check, as JSON, with the summary of all findings.
///
/// @param version Firedrill's
public record FindingStatisticsJson(Judgement judgement, String version) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("version").value(version);
    json.name("summary").object();
    json.name("files").value(judgement.paths().size());
    json.name("rules").value(Math.max(judgement.rules(), 0));
    for (Severity severity : Severity.values()) {
      long count = judgement.findings().stream().filter(d -> d.severity() == severity).count();
      json.name(severity.word()).value(count);
    }
    json.end();
    SkippedJson.write(json, judgement.skipped());
    FindingStatistics.write(json, judgement.findings());
    json.end();
    out.append(text).append('\n');
  }
}
