package dev.firedrill.cli.report;

import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;

/// What a change of rules comes to, as JSON.
public record RulesDiffJson(RulesDifference difference) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    RulesDifferenceJson members = new RulesDifferenceJson(json, difference);
    members.details();
    members.behaviour();
    json.end();
    out.append(text).append('\n');
  }
}
