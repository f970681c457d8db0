package dev.firedrill.cli.report;

import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;

/// What was notified of and held back, as JSON.
///
/// @param messages what was sent
/// @param beside what is to be known beside
public record NotificationsJson(NotificationRun run, SentMessages messages, Beside beside)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    json.name("start").value(ClockText.rfc3339(run.replay().range().first()));
    json.name("end").value(ClockText.rfc3339(run.replay().range().last()));
    json.name("data");
    ReplayJson.data(json, run.replay().data(), run.replay().range());
    beside.write(json);
    ReplayJson.warnings(json, run.replay().data());
    NotificationJson.log(json, run.log(), messages);
    json.end();
    out.append(text).append('\n');
  }
}
