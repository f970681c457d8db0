package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.promql.ParseResult.Parsed;
import java.io.IOException;

/// An expression's tree as JSON: `{"type", "ast"}`.
public record ExprReport(Parsed parsed) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("type").value(parsed.type().apiName()).name("ast");
    new ExprJson(json, parsed.text()).write(parsed.expr());
    json.end();
    out.append(text).append('\n');
  }
}
