package dev.firedrill.cli.promtool;

import java.util.ArrayList;
import java.util.List;

/// How the tests of a file went, and how promtool writes that as JUnit XML.
///
/// @param timestamp when the tests started, in local time; empty where the file cannot be read
/// @param loadError why the file cannot be used; empty where it can
record TestSuite(String file, String timestamp, String loadError, List<Case> cases) {
  /// A test.
  record Case(String name, List<String> failures) {
    Case {
      failures = List.copyOf(failures);
    }
  }

  TestSuite {
    cases = List.copyOf(cases);
  }

  /// {@return everything that went wrong, as promtool prints it}
  List<String> errors() {
    if (!loadError.isEmpty()) {
      return List.of(loadError);
    }
    List<String> errors = new ArrayList<>();
    cases.forEach(each -> errors.addAll(each.failures()));
    return errors;
  }

  /// {@return a report}
  static String junit(List<TestSuite> suites) {
    StringBuilder out = new StringBuilder("<testsuites>");
    suites.forEach(suite -> suite.write(out));
    return out.append("</testsuites>").toString();
  }

  private void write(StringBuilder out) {
    boolean unusable = !loadError.isEmpty();
    out.append("<testsuite name=\"");
    escape(file, out);
    out.append("\" tests=\"").append(unusable ? 1 : cases.size());
    out.append("\" failures=\"").append(unusable ? 0 : errors().size());
    out.append("\" errors=\"").append(unusable ? 1 : 0);
    out.append("\" skipped=\"0\" timestamp=\"").append(timestamp).append("\">");
    if (unusable) {
      out.append("<testcase name=\"unknown\">");
      element("error", loadError, out);
      out.append("</testcase>");
    }
    for (Case each : cases) {
      out.append("<testcase name=\"");
      escape(each.name(), out);
      out.append("\">");
      each.failures().forEach(failure -> element("failure", failure, out));
      out.append("</testcase>");
    }
    out.append("</testsuite>");
  }

  private static void element(String name, String text, StringBuilder out) {
    out.append('<').append(name).append('>');
    escape(text, out);
    out.append("</").append(name).append('>');
  }

  /// As Go's `encoding/xml`.
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\t' -> out.append("&#x9;");
        case '\n' -> out.append("&#xA;");
        case '\r' -> out.append("&#xD;");
        default -> out.append(c < ' ' || c > 0xFFFD ? '\uFFFD' : c);
      }
    }
  }
}
