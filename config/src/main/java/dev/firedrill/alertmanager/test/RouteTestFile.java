package dev.firedrill.alertmanager.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import java.util.List;

/// A file of route tests.
///
/// @param alertmanager the configuration under test, relative to this file
/// @param templates patterns of templates, relative to this file; empty for those of the
///     configuration
public record RouteTestFile(
    SourceFile source,
    Located<String> alertmanager,
    List<SourceText> templates,
    List<RouteTest> tests) {
  public RouteTestFile {
    templates = List.copyOf(templates);
    tests = List.copyOf(tests);
  }
}
