package dev.firedrill.cli.html.report;

/// What one section of the page shows.
///
/// The script of the page finds the section's data by its name; a section that is not given is not
/// on the page.
public interface ReportSection {
  /// {@return the name of its data: `alerts`}
  String name();

  /// Writes its data, one value.
  void write(ReportData data);

  /// Tells the most important of it where no script runs; nothing by default.
  default void tell(PlainTables tables) {}
}
