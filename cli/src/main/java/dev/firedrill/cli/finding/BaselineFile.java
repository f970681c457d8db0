package dev.firedrill.cli.finding;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A baseline as JSON, and where its entries stand.
///
/// @param places by fingerprint
record BaselineFile(Baseline baseline, Map<String, Location> places) {
  private static final String CHECK = "baseline/invalid";

  /// {@return the baseline as text}
  static String write(Baseline baseline) {
    StringBuilder out = new StringBuilder();
    Json json = Json.indented(out);
    json.object().name("version").value(1).name("findings").array();
    for (Baseline.Entry entry : baseline.sorted()) {
      json.object();
      json.name("fingerprint").value(entry.fingerprint().hash());
      json.name("count").value(entry.count());
      json.name("check").value(entry.fingerprint().check());
      json.name("path").value(entry.fingerprint().path());
      json.name("subject").value(entry.fingerprint().subject());
      json.name("message").value(entry.message()).end();
    }
    json.end().end();
    return out.append('\n').toString();
  }

  /// {@return what a file says}
  /// @throws RejectedException when it is no baseline
  static BaselineFile read(SourceFile file) {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V3);
    if (!stream.complete()) {
      throw new RejectedException(stream.diagnostics());
    }
    Location start = new Location(file, Span.at(0));
    Baseline baseline = new Baseline();
    Map<String, Location> places = new HashMap<>();
    YamlNode document = stream.first().orElseThrow(() -> rejected(start));
    if (!(document instanceof MappingNode mapping)
        || !text(mapping, "version").equals("1")
        || !(mapping.get("findings").orElse(null) instanceof SequenceNode list)) {
      throw rejected(start);
    }
    for (YamlNode item : list.items()) {
      if (!(item instanceof MappingNode entry) || text(entry, "fingerprint").isEmpty()) {
        throw rejected(item.written());
      }
      String hash = text(entry, "fingerprint");
      baseline.add(
          new Baseline.Entry(
              new Fingerprint(
                  hash, text(entry, "check"), text(entry, "path"), text(entry, "subject")),
              text(entry, "message"),
              count(entry)));
      places.put(hash, entry.get("fingerprint").map(YamlNode::written).orElse(entry.written()));
    }
    return new BaselineFile(baseline, places);
  }

  private static int count(MappingNode entry) {
    try {
      return Math.max(1, Integer.parseInt(text(entry, "count")));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static String text(MappingNode mapping, String name) {
    return mapping.get(name).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static RejectedException rejected(Location place) {
    return new RejectedException(
        List.of(
            Diagnostic.error(CHECK, "this is no baseline of version 1", place)
                .withHelp("write one by `--write-baseline FILE`")));
  }
}
