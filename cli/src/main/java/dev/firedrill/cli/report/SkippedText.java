package dev.firedrill.cli.report;

import dev.firedrill.cli.input.SkippedFile;
import java.io.IOException;
import java.util.List;

/// Files that were met and left alone, for people: a line for each, up to a few.
public final class SkippedText {
  private static final int NAMED = 10;

  private SkippedText() {}

  /// {@return the text of a result, with the files counted and named below it}
  ///
  /// @param quiet whether only the result is wanted
  /// @param all whether all are named, however many
  public static Report below(Report text, List<SkippedFile> files, boolean quiet, boolean all) {
    if (quiet || files.isEmpty()) {
      return text;
    }
    return out -> {
      text.write(out);
      out.append(Counted.of(files.size(), "file")).append(" skipped\n");
      write(files, all, out);
    };
  }

  /// Writes the lines.
  ///
  /// @param all whether all are named, however many
  static void write(List<SkippedFile> files, boolean all, Appendable out) throws IOException {
    int named = all || files.size() <= NAMED + 1 ? files.size() : NAMED;
    for (SkippedFile file : files.subList(0, named)) {
      out.append("skipped: ").append(file.path()).append(" (").append(file.kind().title());
      out.append(")\n");
    }
    if (named < files.size()) {
      out.append("skipped: ").append(Counted.of(files.size() - named, "more file"));
      out.append(" (--verbose names them)\n");
    }
  }

  /// {@return the end of a summary: `, 2 skipped`; the empty text where there are none}
  static String count(List<SkippedFile> files) {
    return files.isEmpty() ? "" : ", " + files.size() + " skipped";
  }
}
