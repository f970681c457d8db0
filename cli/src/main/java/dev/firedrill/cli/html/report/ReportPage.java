package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.Report;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;
import java.util.List;

/// A report as one page that loads nothing: style, script and data are in it, and its content
/// security policy allows no others.
///
/// @param title what the report is of: `rules replay`
/// @param version of the program
/// @param stacks one or more, shown one at a time
public record ReportPage(String title, String version, List<StackReport> stacks) implements Report {
  public ReportPage {
    stacks = List.copyOf(stacks);
  }

  @Override
  public void write(Appendable out) throws IOException {
    PlainTables tables = new PlainTables();
    stacks.forEach(stack -> stack.tell(tables, title));
    PageAssets.load().write(out, title, tables.html(), data());
  }

  /// {@return the data of the page, as JSON}
  String data() {
    StringBuilder out = new StringBuilder();
    ReportData data = new ReportData(Json.compact(out));
    data.json().object().name("title").value(title).name("version").value(version);
    data.json().name("stacks").array();
    for (StackReport stack : stacks) {
      stack.write(data);
    }
    data.json().end().name("texts");
    data.writeTexts();
    data.json().end();
    return out.toString();
  }
}
