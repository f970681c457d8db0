package dev.firedrill.cli.fix;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.IgnoreComments;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.rules.edit.RuleFileEdit;
import dev.firedrill.rules.edit.RuleFileEdit.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rule files and what `rules lint` says of them.
///
/// @param options how they were read
/// @param judge says it
public record MendableRules(
    RuleInputs inputs, RuleFileOptions options, Judgement judgement, Judge judge)
    implements Mendable {
  /// Judges rule files.
  @FunctionalInterface
  public interface Judge {
    /// {@return all that there is to report}
    Judgement of(RuleInputs inputs) throws IOException;
  }

  @Override
  public List<SourceFile> files() {
    return inputs.readings().stream().map(RuleReading::source).toList();
  }

  @Override
  public Fixes.Applied apply(SourceFile file, List<List<TextEdit>> changes) {
    // A fix may lead to what needs a flag of the server; that is for the judge to say.
    RuleFileOptions all =
        options.withPromql(ParseOptions.ALL.withOldNames(options.promql().oldNames()));
    return new RuleFileEdit(all, Kind.REWRITE).apply(file, changes);
  }

  @Override
  public List<TextEdit> ignoreComments(SourceFile file, String reason) {
    for (RuleFile rules : inputs.files()) {
      if (rules.source() == file) {
        List<TextEdit> edits = IgnoreComments.of(rules, judgement.findings(), reason);
        List<List<TextEdit>> each = edits.stream().map(List::of).toList();
        Fixes.Applied applied = new RuleFileEdit(options, Kind.COMMENTS).apply(file, each);
        List<TextEdit> kept = new ArrayList<>(edits);
        applied.left().reversed().forEach(index -> kept.remove((int) index));
        return kept;
      }
    }
    return List.of();
  }

  @Override
  public MendableRules with(List<SourceFile> texts) throws IOException {
    List<RuleReading> readings = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      RuleReading reading = inputs.readings().get(i);
      boolean same = reading.source() == texts.get(i);
      readings.add(same ? reading : RuleFiles.read(texts.get(i), options));
    }
    RuleInputs changed = new RuleInputs(readings, inputs.skipped(), inputs.remarks());
    return new MendableRules(changed, options, judge.of(changed), judge);
  }
}
