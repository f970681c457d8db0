package dev.firedrill.alertmanager.scenario;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.Rfc3339;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads files of scenarios: a list of them, or one alone, in YAML or JSON.
public final class ScenarioReader {
  /// A story that does not say when it happens begins then, at noon of a Monday.
  static final Instant DEFAULT_START = Instant.parse("2026-01-05T12:00:00Z");

  static final String CHECK = "scenario/invalid";

  private final SourceFile file;
  private final YamlProblems problems = new YamlProblems();

  private ScenarioReader(SourceFile file) {
    this.file = file;
  }

  /// Reads a file.
  public static Loaded<ScenarioFile> read(SourceFile file) {
    return new ScenarioReader(file).read();
  }

  private Loaded<ScenarioFile> read() {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V3);
    problems.addAll(stream.problems());
    Optional<YamlNode> document = stream.first().filter(node -> !YamlValues.isNull(node));
    if (document.isEmpty()) {
      if (stream.complete()) {
        problems.value(CHECK, "no scenarios in this file", new Location(file, Span.at(0)));
      }
      return new Loaded<>(null, problems.diagnostics());
    }
    List<Scenario> scenarios = new ArrayList<>();
    for (YamlNode node : items(document.get())) {
      Scenario scenario = scenario(node);
      if (scenario != null) {
        scenarios.add(scenario);
      }
    }
    return new Loaded<>(new ScenarioFile(file, scenarios), problems.diagnostics());
  }

  private static List<YamlNode> items(YamlNode document) {
    return switch (document) {
      case SequenceNode list -> list.items();
      case MappingNode one -> List.of(one);
      case YamlNode.ScalarNode scalar -> List.of(scalar);
    };
  }

  private @Nullable Scenario scenario(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a scenario", problems);
    // Remarks for people.
    fields.allow("description", "note_0_34", "runs", "times_per_run");
    Located<String> name = fields.string("scenario");
    SourceText config = fields.text("config");
    Located<String> alertmanager = fields.string("alertmanager");
    if ((config == null) == (alertmanager == null)) {
      problems.value(
          Diagnostic.error(CHECK, "one configuration is wanted", fields.location())
              .withHelp("write it under 'config', or name a file under 'alertmanager'"),
          "one configuration is wanted");
    }
    Instant start = start(fields);
    EventReader eventReader = new EventReader(problems);
    List<ScenarioEvent> events = new ArrayList<>(eventReader.failures(fields));
    events.addAll(fields.list("events", eventReader::event));
    ExpectationReader expectations = new ExpectationReader(problems);
    List<ExpectedNotification> notifications =
        fields.list("notifications", expectations::notification);
    List<ExpectedNotification> newest =
        fields.node("expected_0_34").isEmpty()
            ? null
            : fields.list("expected_0_34", expectations::notification);
    fields.require("observed_until", "observed_until: when the story ends is missing");
    Located<Long> until = fields.scalar("observed_until", Moment::parse);
    String unstable = unstable(fields);
    fields.finish();
    Located<String> named = name == null ? new Located<>("", fields.location()) : name;
    return new Scenario(
        named,
        config,
        alertmanager,
        start,
        events,
        until == null ? 0 : until.value(),
        notifications,
        newest,
        unstable,
        fields.location());
  }

  private static Instant start(YamlFields fields) {
    Located<Instant> start = fields.scalar("t0_utc", ScenarioReader::instant);
    return start == null ? DEFAULT_START : start.value();
  }

  private static Instant instant(String text) {
    return Rfc3339.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cannot parse '" + text + "' as a time: write 2026-11-21T03:00:00Z"));
  }

  private static @Nullable String unstable(YamlFields fields) {
    Located<Boolean> stable = fields.bool("stable");
    Located<String> reason = fields.string("unstable_reason");
    if (stable == null || stable.value()) {
      return null;
    }
    return reason == null ? "marked as unstable" : reason.value();
  }
}
