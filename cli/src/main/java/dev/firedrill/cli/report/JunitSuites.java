package dev.firedrill.cli.report;

import java.util.List;

/// Suites of a JUnit report.
interface JunitSuites {
  /// {@return what they count together}
  JunitCounts counts();

  /// Writes the suites alone.
  void suites(Xml xml);

  /// {@return a report, whose root has the totals}
  static String document(String name, List<? extends JunitSuites> all) {
    Xml xml = new Xml();
    xml.open("testsuites").attribute("name", name);
    JunitCounts.sum(all.stream().map(JunitSuites::counts).toList()).write(xml);
    all.forEach(each -> each.suites(xml));
    return xml.close().toString();
  }
}
