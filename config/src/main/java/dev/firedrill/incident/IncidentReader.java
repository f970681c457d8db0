package dev.firedrill.incident;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Rfc3339;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads incidents: a YAML list, or one under `incidents`, of `at`, or `start` and perhaps `end`,
/// with `name` and `labels`; or comma-separated values, see [IncidentTable].
public final class IncidentReader {
  static final String CHECK = "incident/invalid";
  static final String NO_TIME = "an incident needs a time: at, or start, and end where it lasted";
  static final String TWO_TIMES = "an incident has either at, or start and end";
  static final String ENDS_EARLY = "ends before it starts";

  private static final Set<String> FIELDS = Set.of("name", "at", "start", "end", "labels");

  private final YamlProblems problems = new YamlProblems();
  private final YamlValues values = new YamlValues(problems);

  private IncidentReader() {}

  /// Reads a file: comma-separated values where its name ends in `.csv`, else YAML.
  public static Loaded<List<Incident>> read(SourceFile file) {
    return file.path().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? new IncidentTable(file).read()
        : new IncidentReader().incidents(file);
  }

  private Loaded<List<Incident>> incidents(SourceFile file) {
    var stream = Yaml.read(file, YamlDialect.GO_V3);
    problems.addAll(stream.problems());
    List<Incident> incidents = new ArrayList<>();
    for (YamlNode node : stream.first().map(this::list).orElse(List.of())) {
      Incident incident = incident(node);
      if (incident != null) {
        incidents.add(incident);
      }
    }
    return new Loaded<>(incidents, problems.diagnostics());
  }

  private List<YamlNode> list(YamlNode document) {
    if (document instanceof MappingNode) {
      YamlFields fields = YamlFields.of(document, "a file of incidents", problems);
      List<YamlNode> items = fields.items("incidents", "incident");
      fields.finish(
          name -> FIELDS.contains(name) ? "write a list, each incident after a dash" : null);
      return items;
    }
    if (document instanceof SequenceNode items) {
      return items.items();
    }
    if (!YamlValues.isNull(document)) {
      values.wrongType(document, "[]incident", "a list of incidents");
    }
    return List.of();
  }

  private @Nullable Incident incident(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "an incident", problems);
    Located<String> name = fields.string("name");
    SourceText at = fields.text("at");
    SourceText start = fields.text("start");
    SourceText end = fields.text("end");
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    fields.map("labels", (label, value) -> labels.set(label.value(), value.text()));
    fields.finish();
    SourceText first = at == null ? start : at;
    if (first == null || (at != null && (start != null || end != null))) {
      problems.value(CHECK, first == null ? NO_TIME : TWO_TIMES, fields.location());
      return null;
    }
    OptionalLong from = time(first);
    OptionalLong to = end == null ? from : time(end);
    if (from.isEmpty() || to.isEmpty()) {
      return null;
    }
    if (end != null && to.getAsLong() < from.getAsLong()) {
      problems.value(CHECK, ENDS_EARLY, end.location());
      return null;
    }
    return new Incident(
        name == null ? "" : name.value(),
        from.getAsLong(),
        to.getAsLong(),
        labels.build(),
        fields.location());
  }

  private OptionalLong time(SourceText text) {
    OptionalLong time = millis(text.text());
    if (time.isEmpty()) {
      problems.value(notATime(text), "not a time");
    }
    return time;
  }

  static Diagnostic notATime(SourceText text) {
    return Diagnostic.error(CHECK, "'" + text.text() + "' is not a time", text.location())
        .withHelp("write it as in RFC 3339: 2026-11-21T03:00:00Z, or as seconds since the epoch");
  }

  /// {@return a time in RFC 3339 or in epoch seconds, as epoch milliseconds; empty where it is
  ///     none}
  static OptionalLong millis(String text) {
    Optional<Instant> time = Rfc3339.parse(text.replace(' ', 'T'));
    if (time.isPresent()) {
      return OptionalLong.of(time.get().toEpochMilli());
    }
    try {
      double seconds = Double.parseDouble(text);
      return Double.isFinite(seconds)
          ? OptionalLong.of(Math.round(seconds * 1000))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
