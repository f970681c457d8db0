package dev.firedrill.cli.report;

import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;

/// What a change of rules comes to, as JSON.
///
/// @param beside what is to be known beside
public record RulesDiffJson(RulesDifference difference, Beside beside) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    RulesDifferenceJson members = new RulesDifferenceJson(json, difference);
    members.details();
    members.behaviour();
    beside.writeSkipped(json);
    json.end();
    out.append(text).append('\n');
  }
}
