package dev.firedrill.cli.report;

/// Where the pages of the documentation are on the web.
final class DocumentationPages {
  /// The first page.
  static final String START = "https://github.com/firedrill/firedrill";

  private DocumentationPages() {}

  /// {@return the page of a check}
  static String of(String check) {
    return START + "/blob/main/docs/checks/" + check + ".md";
  }
}
