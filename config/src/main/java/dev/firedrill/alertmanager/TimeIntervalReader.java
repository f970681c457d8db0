package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.util.List;

/// Reads a named time interval: its name, and what it consists of.
final class TimeIntervalReader {
  private TimeIntervalReader() {}

  static TimeInterval read(YamlNode node, boolean deprecated, ReadingContext context) {
    int before = context.problems().all().size();
    YamlFields fields = YamlFields.of(node, "config.plain", context.problems());
    Located<String> name = fields.string("name");
    List<TimeWindow> windows =
        context.list(
            fields,
            "time_intervals",
            "[]timeinterval.TimeInterval",
            window -> TimeWindowReader.read(window, context));
    fields.finish();
    if (name == null || name.value().isEmpty()) {
      String message =
          deprecated ? "missing name in mute time interval" : "missing name in time interval";
      // Alertmanager looks at the name only where all else could be read.
      boolean readable = context.problems().all().size() == before;
      (readable ? context.problems() : context.checks())
          .value("interval/invalid", message, fields.location());
      name = new Located<>("", fields.location());
    }
    return new TimeInterval(name, deprecated, windows, fields.location());
  }
}
