package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Fingerprint;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Findings as a Code Quality report, which GitLab shows in merge requests.
///
/// @param paths makes paths relative to the repository
public record FindingsGitlab(Judgement judgement, UnaryOperator<String> paths) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    Fingerprint.Maker fingerprints = new Fingerprint.Maker(paths);
    Map<String, Integer> seen = new HashMap<>();
    json.array();
    for (Diagnostic finding : DiagnosticOrder.sorted(judgement.findings())) {
      Fingerprint fingerprint = fingerprints.of(finding);
      int occurrence = seen.merge(fingerprint.hash(), 1, Integer::sum) - 1;
      json.object();
      json.name("description").value(judgement.text(finding));
      json.name("check_name").value(finding.check());
      json.name("fingerprint").value(fingerprint.hash(occurrence));
      json.name("severity").value(severity(finding.severity()));
      Location place = finding.location();
      json.name("location").object().name("path").value(fingerprint.path());
      json.name("lines").object();
      json.name("begin").value(place.start().line());
      json.name("end").value(place.end().line()).end().end();
      json.end();
    }
    json.end();
    out.append(text).append('\n');
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }
}
