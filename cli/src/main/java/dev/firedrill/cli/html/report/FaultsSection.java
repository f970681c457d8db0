package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.FaultWords;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.series.fault.Injection;
import java.util.List;

/// The faults that were put into the data: what is shown did not happen so.
record FaultsSection(List<Injection> injections) implements ReportSection {
  @Override
  public String name() {
    return "faults";
  }

  @Override
  public void write(ReportData data) {
    Json json = data.json().array();
    injections.forEach(each -> data.text(FaultWords.touched(each)));
    json.end();
  }

  @Override
  public void tell(PlainTables tables) {
    tables.table(
        "Faults put into the data",
        List.of("Fault"),
        injections.stream().map(each -> List.of(FaultWords.touched(each))));
  }
}
