package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.report.LcovReport;
import dev.firedrill.rules.test.coverage.Coverage;
import dev.firedrill.rules.test.coverage.CoverageCollector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `--coverage` and `--lcov`: what the tests leave out.
public final class CoverageOption {
  private final Flag flag;
  private final Value lcov;

  /// Declares the options.
  public CoverageOption(Options options) {
    flag = options.flag("--coverage", "say which rules and branches no test exercises");
    lcov = options.value("--lcov", "FILE", "write the coverage for genhtml and editors");
  }

  /// {@return what collects coverage, if it is wanted}
  public Optional<CoverageCollector> collector() {
    boolean wanted = flag.given() || lcov.get().isPresent();
    return wanted ? Optional.of(new CoverageCollector()) : Optional.empty();
  }

  /// Writes the file, if one is wanted.
  public void deliver(Session session, Coverage coverage) throws IOException {
    if (lcov.get().isPresent()) {
      AtomicFile.write(session.resolve(lcov.required()), out -> write(coverage, out));
    }
  }

  private static void write(Coverage coverage, OutputStream file) throws IOException {
    try (Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
      new LcovReport(coverage).write(out);
    }
  }
}
