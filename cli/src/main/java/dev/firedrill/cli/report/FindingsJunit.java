package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Findings as a JUnit report: a suite for each file, a case for each finding, which fails if the
/// finding makes the command fail; one case that passes for a file without findings.
///
/// @param paths makes paths relative to the repository
/// @param fails whether a finding makes the command fail
/// @param skippedFail whether files that were skipped do
public record FindingsJunit(
    Judgement judgement,
    UnaryOperator<String> paths,
    Predicate<Diagnostic> fails,
    boolean skippedFail)
    implements Report, JunitSuites {
  @Override
  public void write(Appendable out) throws IOException {
    out.append(JunitSuites.document("firedrill", List.of(this)));
  }

  @Override
  public JunitCounts counts() {
    List<JunitCounts> files = new ArrayList<>();
    judgement.byFile(paths).forEach((path, findings) -> files.add(counts(findings)));
    files.add(skipped().counts());
    return JunitCounts.sum(files);
  }

  private SkippedJunit skipped() {
    return new SkippedJunit(judgement.skipped(), skippedFail, paths);
  }

  private JunitCounts counts(List<Diagnostic> findings) {
    long failures = findings.stream().filter(fails).count();
    return new JunitCounts(Math.max(1, findings.size()), failures, 0, 0);
  }

  @Override
  public void suites(Xml xml) {
    judgement.byFile(paths).forEach((path, findings) -> suite(path, findings, xml));
    skipped().suites(xml);
  }

  private void suite(String path, List<Diagnostic> findings, Xml xml) {
    xml.open("testsuite").attribute("name", path);
    counts(findings).write(xml);
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
      xml.attribute("message", judgement.message(finding)).close(text);
    } else {
      xml.open("system-out").close(text);
    }
    xml.close();
  }
}
