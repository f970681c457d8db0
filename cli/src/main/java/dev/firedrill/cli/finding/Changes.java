package dev.firedrill.cli.finding;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// What was done about findings before they were reported.
///
/// @param fixed how many findings were mended
/// @param ignored how many were silenced by comments that were added
/// @param files those that changed
/// @param written whether they were written, rather than shown
public record Changes(int fixed, int ignored, List<Change> files, boolean written) {
  /// Nothing was asked for.
  public static final Changes NONE = new Changes(-1, -1, List.of(), false);

  public Changes {
    files = List.copyOf(files);
  }

  /// A file before and after.
  public record Change(SourceFile before, SourceFile after) {}

  /// {@return whether mending was asked for}
  public boolean mends() {
    return fixed >= 0;
  }

  /// {@return whether comments that silence were asked for}
  public boolean silences() {
    return ignored >= 0;
  }
}
