package dev.firedrill.cli.report;

import dev.firedrill.cli.input.SkippedFile;
import java.util.List;
import java.util.function.UnaryOperator;

/// Files that were left alone, as suites of a JUnit report: one for each with a case that is
/// skipped, or fails where that makes the command fail.
///
/// @param forbidden whether it does: `--fail-on-skipped`
/// @param paths makes paths relative to the repository
record SkippedJunit(List<SkippedFile> files, boolean forbidden, UnaryOperator<String> paths)
    implements JunitSuites {
  private static final JunitCounts SKIPPED = new JunitCounts(1, 0, 0, 1);
  private static final JunitCounts FAILED = new JunitCounts(1, 1, 0, 0);

  @Override
  public JunitCounts counts() {
    return JunitCounts.sum(files.stream().map(file -> each()).toList());
  }

  private JunitCounts each() {
    return forbidden ? FAILED : SKIPPED;
  }

  @Override
  public void suites(Xml xml) {
    for (SkippedFile file : files) {
      suite(paths.apply(file.path()), file.kind().title(), xml);
    }
  }

  private void suite(String path, String kind, Xml xml) {
    xml.open("testsuite").attribute("name", path);
    each().write(xml);
    xml.attribute("file", path);
    xml.open("testcase").attribute("name", "skipped").attribute("classname", path);
    xml.attribute("file", path).attribute("line", "1").attribute("time", "0");
    if (forbidden) {
      String message = "skipped, which --fail-on-skipped forbids: " + kind;
      xml.open("failure").attribute("type", "skipped").attribute("message", message);
      xml.close(path + ": " + message);
    } else {
      xml.open("skipped").attribute("message", kind).close();
    }
    xml.close().close();
  }
}
