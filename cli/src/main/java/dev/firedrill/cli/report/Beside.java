package dev.firedrill.cli.report;

import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.series.fault.Injection;
import java.util.List;

/// What is to be known beside a result: how rules were evaluated, faults that were put into the
/// data, files and documents that were not read as rules.
///
/// @param notes on the evaluation, a sentence each
/// @param injected faults that were put into the data
/// @param skipped files that were met and left alone
/// @param unread documents of rule files that are not read
public record Beside(
    List<String> notes,
    List<Injection> injected,
    List<SkippedFile> skipped,
    List<Diagnostic> unread) {
  /// There is nothing.
  public static final Beside NOTHING = new Beside(List.of(), List.of(), List.of(), List.of());

  public Beside {
    notes = List.copyOf(notes);
    injected = List.copyOf(injected);
    skipped = List.copyOf(skipped);
    unread = List.copyOf(unread);
  }

  /// {@return what there is beside the result of rules}
  public static Beside of(List<String> notes, List<Injection> injected, RuleInputs inputs) {
    return new Beside(notes, injected, inputs.skipped(), inputs.unread());
  }

  /// {@return what there is beside a result for which nothing is evaluated}
  public static Beside of(RuleInputs inputs) {
    return of(List.of(), List.of(), inputs);
  }

  /// Writes the members `injected`, `notes` and `skipped` of an object, the first and the last only
  /// where there are any.
  void write(Json json) {
    FaultWords.write(json, injected);
    RouteJson.strings(json.name("notes"), notes);
    writeSkipped(json);
  }

  /// Writes the member `skipped` of an object; nothing where there are none.
  void writeSkipped(Json json) {
    if (skipped.isEmpty() && unread.isEmpty()) {
      return;
    }
    json.name("skipped").array();
    for (SkippedFile file : skipped) {
      json.object().name("path").value(file.path());
      json.name("reason").value(file.kind().title()).end();
    }
    for (Diagnostic document : unread) {
      Position start = document.location().start();
      json.object().name("path").value(document.location().file().path());
      json.name("line").value(start.line());
      json.name("reason").value(document.message()).end();
    }
    json.end();
  }
}
