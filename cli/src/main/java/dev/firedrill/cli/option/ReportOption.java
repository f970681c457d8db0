package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.html.report.ReportPage;
import dev.firedrill.cli.html.report.ReportSection;
import dev.firedrill.cli.html.report.StackReport;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/// `--report`: a page for people who would rather look.
public final class ReportOption {
  private final Value file;

  /// Declares the option.
  public ReportOption(Options options) {
    file = options.value("--report", "FILE.html", "write a page with charts, to open in a browser");
  }

  /// {@return whether a page is wanted}
  public boolean given() {
    return file.get().isPresent();
  }

  /// Writes the page of one stack, whole or not at all.
  ///
  /// @param title what it is of: `rules replay`
  public void write(
      Session session, String title, List<ReportSection> sections, TimeRange range, ZoneId zone)
      throws IOException {
    write(session, title, List.of(new StackReport("", range, zone, sections)));
  }

  /// Writes the page, whole or not at all.
  ///
  /// @param title what it is of: `rehearsal`
  public void write(Session session, String title, List<StackReport> stacks) throws IOException {
    StringBuilder text = new StringBuilder();
    new ReportPage(title, Version.own(), stacks).write(text);
    AtomicFile.write(
        session.resolve(file.required()), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
