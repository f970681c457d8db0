package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a rehearsal of routes came to, as JSON: findings as of `routes lint`, tests as of `routes
/// test`, scenarios as of `simulate --scenario`.
public record RehearsedRoutesJson(Judgement judgement, RouteTestRun tests, ScenarioRuns scenarios)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    List<Diagnostic> found = new ArrayList<>(judgement.findings());
    found.addAll(tests.diagnostics());
    found.addAll(scenarios.diagnostics());
    json.object().name("findings");
    new FindingsJson(judgement.masking()).findings(json, found.stream().distinct().toList());
    json.name("tests").array();
    new RouteTestsJson(tests).tests(json);
    json.end().name("scenarios").array();
    new ScenariosJson(scenarios).scenarios(json);
    json.end().end();
    out.append(text).append('\n');
  }
}
