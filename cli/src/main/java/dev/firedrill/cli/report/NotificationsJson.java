package dev.firedrill.cli.report;

import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.series.fault.Injection;
import java.io.IOException;
import java.util.List;

/// What was notified of and held back, as JSON.
///
/// @param messages what was sent
/// @param injected faults that were put into the data
public record NotificationsJson(
    NotificationRun run, SentMessages messages, List<Injection> injected) implements Report {
  public NotificationsJson {
    injected = List.copyOf(injected);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    json.name("start").value(ClockText.rfc3339(run.replay().range().first()));
    json.name("end").value(ClockText.rfc3339(run.replay().range().last()));
    FaultWords.write(json, injected);
    ReplayJson.warnings(json, run.replay().data());
    NotificationJson.log(json, run.log(), messages);
    json.end();
    out.append(text).append('\n');
  }
}
