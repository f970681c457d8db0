package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Changes;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.FindingsJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What judging files came to, as JSON.
///
/// @param version Firedrill's
public record JudgementJson(Judgement judgement, String version) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append(
        new FindingsJson(judgement.masking())
            .write(
                version,
                judgement.paths().size(),
                Math.max(judgement.rules(), 0),
                judgement.findings(),
                done(judgement.changes()),
                more -> SkippedJson.write(more, judgement.skipped())));
  }

  private static Map<String, Integer> done(Changes changes) {
    Map<String, Integer> done = new LinkedHashMap<>();
    if (changes.mends()) {
      done.put("fixed", changes.fixed());
    }
    if (changes.silences()) {
      done.put("ignored", changes.ignored());
    }
    return done;
  }
}
