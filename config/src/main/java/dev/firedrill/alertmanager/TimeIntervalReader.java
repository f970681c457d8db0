package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.util.List;

/// Reads a named time interval: its name, and what it consists of as it is.
final class TimeIntervalReader {
  private TimeIntervalReader() {}

  static TimeInterval read(YamlNode node, boolean deprecated, ReadingContext context) {
    YamlFields fields = YamlFields.of(node, "config.plain", context.problems());
    Located<String> name = fields.string("name");
    List<YamlNode> intervals = fields.items("time_intervals");
    fields.finish();
    if (name == null || name.value().isEmpty()) {
      String message =
          deprecated ? "missing name in mute time interval" : "missing name in time interval";
      context.problems().value("interval/invalid", message, fields.location());
      name = new Located<>("", fields.location());
    }
    return new TimeInterval(name, deprecated, intervals, fields.location());
  }
}
