package dev.firedrill.cli.report;

import java.io.IOException;

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
}
