package dev.firedrill.cli.report;

import dev.firedrill.cli.input.MutationRun;
import dev.firedrill.cli.input.MutationRun.Survivor;
import dev.firedrill.cli.input.MutationRun.Untested;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.mutation.Mutant;

/// Which changes to rules no test notices, as the member `mutation` of a JSON document.
public record MutationJson(MutationRun mutation) {
  /// Writes the member.
  public void write(Json json) {
    json.name("mutation").object().name("summary").object();
    json.name("mutants").value(mutation.tried());
    json.name("killed").value(mutation.tried() - mutation.survivors().size());
    json.name("survived").value(mutation.survivors().size());
    json.name("untested_rules").value(mutation.untested().size());
    json.end().name("survivors").array();
    for (Survivor survivor : mutation.survivors()) {
      Mutant mutant = survivor.mutant();
      place(json, mutant.location(), mutant.original());
      json.name("change").value(mutant.change());
      json.name("before").value(mutant.before());
      json.name("after").value(mutant.after());
      json.name("test_file").value(survivor.testFile()).end();
    }
    json.end().name("untested").array();
    for (Untested untested : mutation.untested()) {
      place(json, untested.rule().name().location(), untested.rule());
      json.name("test_file").value(untested.testFile()).end();
    }
    json.end().end();
  }

  private static void place(Json json, Location place, Rule rule) {
    Position start = place.start();
    json.object().name("path").value(place.file().path());
    json.name("line").value(start.line());
    json.name("column").value(start.column());
    json.name("rule").value(rule.name().value());
  }
}
