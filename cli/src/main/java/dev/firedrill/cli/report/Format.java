package dev.firedrill.cli.report;

import java.util.Locale;

/// An output format.
public enum Format {
  /// For people.
  TEXT,
  /// One JSON document.
  JSON,
  /// A JUnit report, as continuous integration servers read it.
  JUNIT,
  /// Workflow commands by which GitHub marks lines of a pull request.
  GITHUB,
  /// The Static Analysis Results Interchange Format, which GitHub's code scanning and editors read.
  SARIF,
  /// GitLab's Code Quality report.
  GITLAB,
  /// XML as Checkstyle writes it.
  CHECKSTYLE,
  /// TeamCity's service messages.
  TEAMCITY,
  /// Graphviz's language.
  DOT,
  /// A Mermaid diagram.
  MERMAID,
  /// A page for browsers, in one file.
  HTML,
  /// Markdown, as in comments of pull requests.
  MARKDOWN,
  /// Values separated by commas, a header first.
  CSV,
  /// OpenMetrics text, as Prometheus's tools read it.
  OPENMETRICS,
  /// A file of unit tests with recorded series as their input.
  FIXTURE;

  /// {@return the name given to `--format`}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return what to throw for a format that a command did not offer}
  public IllegalStateException notOffered() {
    return new IllegalStateException("format not offered: " + word());
  }
}
