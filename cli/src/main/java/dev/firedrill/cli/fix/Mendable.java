package dev.firedrill.cli.fix;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import java.io.IOException;
import java.util.List;

/// Files that were judged, and can be mended and judged again.
public interface Mendable {
  /// {@return what judging them came to}
  Judgement judgement();

  /// {@return the files as they are now, in an order that stays}
  List<SourceFile> files();

  /// Changes a file, as far as that does no harm.
  ///
  /// @param changes the edits of each change; they do not overlap
  Fixes.Applied apply(SourceFile file, List<List<TextEdit>> changes);

  /// {@return the edits that add comments which silence findings of a file; none where comments
  ///     cannot}
  ///
  /// @param reason what the comments say for themselves
  List<TextEdit> ignoreComments(SourceFile file, String reason);

  /// {@return the files with other texts, judged again}
  ///
  /// @param texts in the order of [#files]
  Mendable with(List<SourceFile> texts) throws IOException;
}
