package dev.firedrill.cli.report;

import java.io.IOException;
import java.util.List;

/// What a command found, in one format.
@FunctionalInterface
public interface Report {
  /// Writes it, with a line break at the end.
  void write(Appendable out) throws IOException;

  /// {@return two reports, one after the other}
  static Report both(Report first, Report second) {
    return out -> {
      first.write(out);
      second.write(out);
    };
  }

  /// {@return reports with a blank line between them}
  /// @param ended how many of the first end with a blank line themselves
  static Report parted(List<Report> parts, int ended) {
    return out -> {
      for (int i = 0; i < parts.size(); i++) {
        out.append(i > ended ? "\n" : "");
        parts.get(i).write(out);
      }
    };
  }
}
