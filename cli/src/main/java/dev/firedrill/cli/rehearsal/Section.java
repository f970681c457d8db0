package dev.firedrill.cli.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one part of a rehearsal came to.
///
/// @param title of the part: `lint`, `tests`
/// @param outcome how it went
/// @param summary one line
/// @param details what is wrong, as the part's own command would print it; empty where all is well
/// @param rows shown below the summary
/// @param replayed the replay that it stands on; null where there is none
/// @param items what was looked at and found, one by one; empty where the part does not tell
/// @param reports for the formats of the part's own command
public record Section(
    String title,
    Outcome outcome,
    String summary,
    List<String> details,
    List<String> rows,
    @Nullable Replayed replayed,
    List<SectionItem> items,
    PartReports reports) {
  public Section {
    details = List.copyOf(details);
    rows = List.copyOf(rows);
    items = List.copyOf(items);
  }

  /// A part whose summary is one line.
  public Section(String title, Outcome outcome, String summary, List<String> details) {
    this(title, outcome, summary, details, List.of(), null, List.of(), PartReports.NONE);
  }

  /// A part without a replay.
  public Section(
      String title, Outcome outcome, String summary, List<String> details, List<String> rows) {
    this(title, outcome, summary, details, rows, null, List.of(), PartReports.NONE);
  }

  /// {@return this with the replay that it stands on}
  public Section withReplayed(Replayed stood) {
    return new Section(title, outcome, summary, details, rows, stood, items, reports);
  }

  /// {@return this with what was looked at and found}
  public Section withItems(List<SectionItem> all) {
    return new Section(title, outcome, summary, details, rows, replayed, all, reports);
  }

  /// {@return this for the formats of the part's own command}
  Section withReports(PartReports own) {
    return new Section(title, outcome, summary, details, rows, replayed, items, own);
  }

  /// A part went well.
  static Section passed(String title, String summary) {
    return new Section(title, Outcome.PASSED, summary, List.of());
  }

  /// A part was left out.
  static Section missing(String title, String summary) {
    return new Section(title, Outcome.MISSING, summary, List.of());
  }

  /// How a part went.
  public enum Outcome {
    /// Nothing to complain about.
    PASSED,
    /// Findings or failures that make the exit status 1.
    FAILED,
    /// Nothing to rehearse with.
    MISSING
  }
}
