package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Position;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Findings as a JUnit report: a suite for each file, a case for each finding, which fails if the
/// finding makes the command fail; one case that passes for a file without findings.
///
/// @param paths makes paths relative to the repository
/// @param fails whether a finding makes the command fail
public record FindingsJunit(
    Judgement judgement, UnaryOperator<String> paths, Predicate<Diagnostic> fails)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    Map<String, List<Diagnostic>> files = judgement.byFile(paths);
    int cases = judgement.skipped().size();
    for (List<Diagnostic> findings : files.values()) {
      cases += Math.max(1, findings.size());
    }
    Xml xml = new Xml();
    xml.open("testsuites").attribute("name", "firedrill");
    counts(cases, judgement.findings(), judgement.skipped().size(), xml);
    suites(xml);
    out.append(xml.close().toString());
  }

  /// Writes the suites alone.
  void suites(Xml xml) {
    judgement.byFile(paths).forEach((path, findings) -> suite(path, findings, xml));
    for (SkippedFile file : judgement.skipped()) {
      skipped(file, xml);
    }
  }

  private void counts(int cases, List<Diagnostic> findings, int skipped, Xml xml) {
    long failures = findings.stream().filter(fails).count();
    xml.attribute("tests", String.valueOf(cases));
    xml.attribute("failures", String.valueOf(failures)).attribute("errors", "0");
    xml.attribute("skipped", String.valueOf(skipped)).attribute("time", "0");
  }

  private void suite(String path, List<Diagnostic> findings, Xml xml) {
    xml.open("testsuite").attribute("name", path);
    counts(Math.max(1, findings.size()), findings, 0, xml);
    xml.attribute("file", path);
    if (findings.isEmpty()) {
      testcase(path, "no findings", 1, xml);
      xml.close();
    }
    for (Diagnostic finding : findings) {
      testcase(path, finding, xml);
    }
    xml.close();
  }

  private static void testcase(String path, String name, int line, Xml xml) {
    xml.open("testcase").attribute("name", name).attribute("classname", path);
    xml.attribute("file", path).attribute("line", String.valueOf(line)).attribute("time", "0");
  }

  private void testcase(String path, Diagnostic finding, Xml xml) {
    Position start = finding.location().start();
    String at = start.line() + ":" + start.column();
    testcase(path, finding.check() + " at " + at, start.line(), xml);
    String severity = finding.severity().word();
    String text = path + ":" + at + ": " + severity + ": " + judgement.text(finding);
    if (fails.test(finding)) {
      xml.open("failure").attribute("type", severity);
      xml.attribute("message", judgement.mask(finding.message())).close(text);
    } else {
      xml.open("system-out").close(text);
    }
    xml.close();
  }

  private void skipped(SkippedFile file, Xml xml) {
    String path = paths.apply(file.path());
    xml.open("testsuite").attribute("name", path);
    counts(1, List.of(), 1, xml);
    xml.attribute("file", path);
    testcase(path, "skipped", 1, xml);
    xml.open("skipped").attribute("message", file.kind().title()).close();
    xml.close().close();
  }
}
