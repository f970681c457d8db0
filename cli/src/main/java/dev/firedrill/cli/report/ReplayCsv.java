package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import java.io.IOException;

/// A replay as comma-separated values (RFC 4180): a line for each stretch of time in which an alert
/// instance was pending or firing.
public record ReplayCsv(ReplayReport report) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("alertname,group,labels,state,start,end,open,seconds,value,peak,path,line,in_gap\n");
    for (AlertReplay alert : report.alerts()) {
      for (AlertTimeline instance : alert.instances()) {
        for (AlertInterval interval : instance.intervals()) {
          line(out, alert, instance, interval);
        }
      }
    }
  }

  private void line(
      Appendable out, AlertReplay alert, AlertTimeline instance, AlertInterval interval)
      throws IOException {
    field(out, alert.rule().name().value()).append(',');
    field(out, alert.group().name().value()).append(',');
    field(out, instance.labels().toString()).append(',');
    out.append(interval.phase().word()).append(',');
    out.append(ClockText.rfc3339(interval.start())).append(',');
    out.append(ClockText.rfc3339(interval.end())).append(',');
    out.append(String.valueOf(interval.open())).append(',');
    out.append(GoFloat.json(interval.length() / 1000.0)).append(',');
    field(out, new ValueText(interval.value(), interval.histogram()).exact()).append(',');
    field(out, new ValueText(interval.peak(), interval.peakHistogram()).exact()).append(',');
    field(out, alert.rule().location().file().path()).append(',');
    out.append(String.valueOf(alert.rule().location().start().line())).append(',');
    out.append(String.valueOf(report.endsInGap(alert, instance, interval))).append('\n');
  }

  private static Appendable field(Appendable out, String text) throws IOException {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }
}
