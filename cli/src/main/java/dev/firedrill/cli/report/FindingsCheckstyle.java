package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Findings as Checkstyle writes its own, which many programs read. All files that were looked at
/// are in it, those without findings too.
///
/// @param paths makes paths relative to the repository
public record FindingsCheckstyle(Judgement judgement, UnaryOperator<String> paths)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    Map<String, List<Diagnostic>> files = judgement.byFile(paths);
    Xml xml = new Xml();
    xml.open("checkstyle").attribute("version", "4.3");
    files.forEach(
        (path, findings) -> {
          xml.open("file").attribute("name", path);
          findings.forEach(finding -> write(finding, xml));
          xml.close();
        });
    out.append(xml.close().toString());
  }

  private void write(Diagnostic finding, Xml xml) {
    xml.open("error");
    xml.attribute("line", String.valueOf(finding.location().start().line()));
    xml.attribute("column", String.valueOf(finding.location().start().column()));
    xml.attribute("severity", finding.severity().word());
    xml.attribute("message", judgement.text(finding));
    xml.attribute("source", finding.check());
    xml.close();
  }
}
