package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Fingerprint;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Note;
import dev.firedrill.lint.Silenced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Findings as SARIF 2.1.0: with what is known of their checks, fixes, fingerprints that last, and
/// the findings that comments or a baseline silence.
///
/// @param version Firedrill's
/// @param paths makes paths relative to the repository
public record FindingsSarif(Judgement judgement, String version, UnaryOperator<String> paths)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.name("version").value("2.1.0");
    json.name("runs").array().object();
    List<String> checks = checks();
    SarifRules.write(json, version, checks);
    invocation(json);
    json.name("columnKind").value("unicodeCodePoints");
    json.name("results").array();
    new Results(json, checks).write();
    json.end().end().end().end();
    out.append(text).append('\n');
  }

  // What was not looked at stands beside what was found.
  private void invocation(Json json) {
    json.name("invocations").array().object().name("executionSuccessful").value(true);
    if (!judgement.skipped().isEmpty()) {
      json.name("toolExecutionNotifications").array();
      for (SkippedFile file : judgement.skipped()) {
        json.object().name("level").value("note");
        SarifRules.text(json, "message", "skipped: " + file.kind().title());
        json.name("locations").array().object().name("physicalLocation").object();
        new SarifPlaces(json, paths, judgement.masking()).artifact(file.path());
        json.end().end().end().end();
      }
      json.end();
    }
    json.end().end();
  }

  private List<String> checks() {
    TreeSet<String> ids = new TreeSet<>();
    judgement.findings().forEach(finding -> ids.add(finding.check()));
    judgement.silenced().forEach(silenced -> ids.add(silenced.finding().check()));
    return new ArrayList<>(ids);
  }

  private final class Results {
    private final Json json;
    private final List<String> checks;
    private final SarifPlaces places;
    private final Fingerprint.Maker fingerprints = new Fingerprint.Maker(paths);
    private final Map<String, Integer> seen = new HashMap<>();

    Results(Json json, List<String> checks) {
      this.json = json;
      this.checks = checks;
      places = new SarifPlaces(json, paths, judgement.masking());
    }

    void write() {
      for (Diagnostic finding : DiagnosticOrder.sorted(judgement.findings())) {
        write(finding, null);
      }
      for (Silenced silenced : judgement.silenced()) {
        write(silenced.finding(), silenced);
      }
    }

    private void write(Diagnostic finding, @Nullable Silenced silenced) {
      json.object();
      json.name("ruleId").value(finding.check());
      json.name("ruleIndex").value(checks.indexOf(finding.check()));
      json.name("level").value(SarifRules.level(finding.severity()));
      SarifRules.text(json, "message", judgement.text(finding));
      json.name("locations").array().object();
      places.physical(finding.location());
      json.end().end();
      related(finding.notes());
      Fingerprint fingerprint = fingerprints.of(finding);
      int occurrence = seen.merge(fingerprint.hash(), 1, Integer::sum) - 1;
      json.name("partialFingerprints").object();
      json.name("firedrillFinding/v1").value(fingerprint.hash(occurrence)).end();
      if (silenced != null) {
        suppression(silenced);
      }
      places.fixes(finding.fixes());
      json.end();
    }

    private void related(List<Note> notes) {
      if (notes.isEmpty()) {
        return;
      }
      json.name("relatedLocations").array();
      for (int i = 0; i < notes.size(); i++) {
        json.object().name("id").value(i + 1);
        SarifRules.text(
            json, "message", judgement.mask(notes.get(i).message(), notes.get(i).location()));
        places.physical(notes.get(i).location());
        json.end();
      }
      json.end();
    }

    private void suppression(Silenced silenced) {
      json.name("suppressions").array().object();
      json.name("kind").value(silenced.inSource() ? "inSource" : "external");
      if (!silenced.reason().isEmpty()) {
        json.name("justification").value(judgement.mask(silenced.reason()));
      }
      json.end().end();
    }
  }
}
