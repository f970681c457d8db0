package dev.firedrill.cli.fix;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.edit.RouteFormat;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.IgnoreComments;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.edit.RuleFileEdit;
import dev.firedrill.rules.edit.RuleFileEdit.Kind;
import java.io.IOException;
import java.util.List;

/// Alertmanager configurations and what `routes lint` says of them.
///
/// @param options how they are read
/// @param judge says it
public record MendableRoutes(
    List<SourceFile> files, AlertmanagerOptions options, Judgement judgement, Judge judge)
    implements Mendable {
  public MendableRoutes {
    files = List.copyOf(files);
  }

  /// Judges configurations.
  @FunctionalInterface
  public interface Judge {
    /// {@return all that there is to report}
    Judgement of(List<SourceFile> files) throws IOException;
  }

  @Override
  public Fixes.Applied apply(SourceFile file, List<List<TextEdit>> changes) {
    return Fixes.applySafely(file, changes, after -> RouteFormat.isSame(file, after, options));
  }

  @Override
  public List<TextEdit> ignoreComments(SourceFile file, String reason) {
    RuleFile without = new RuleFile(file, List.of());
    List<TextEdit> edits = IgnoreComments.of(without, judgement.findings(), reason);
    SourceFile after = file.withText(Fixes.apply(file, edits));
    boolean safe = new RuleFileEdit(RuleFileOptions.DEFAULT, Kind.COMMENTS).isSafe(file, after);
    return safe ? edits : List.of();
  }

  @Override
  public MendableRoutes with(List<SourceFile> texts) throws IOException {
    return new MendableRoutes(texts, options, judge.of(texts), judge);
  }
}
