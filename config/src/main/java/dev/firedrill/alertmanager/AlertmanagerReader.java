package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.variable.VariableExpansion;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlProblem;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads Alertmanager's configuration file with the verdict of Alertmanager 0.34 on everything
/// about the routing tree and about what integrations are made of.
public final class AlertmanagerReader {
  private final SourceFile file;
  private final ReadingContext context;
  private final @Nullable Map<String, String> variables;
  private final List<Diagnostic> notices = new ArrayList<>();

  private AlertmanagerReader(SourceFile file, AlertmanagerOptions options) {
    this.file = file;
    this.variables = options.variables();
    this.context = new ReadingContext(options.mode(), options.variables() != null);
  }

  /// Reads a file.
  public static AlertmanagerReading read(SourceFile file, AlertmanagerOptions options) {
    return new AlertmanagerReader(file, options).read();
  }

  private AlertmanagerReading read() {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V2);
    context.problems().addAll(ofFirstDocument(stream));
    Optional<YamlNode> document = stream.first().filter(node -> !YamlValues.isNull(node));
    if (document.isEmpty()) {
      return unreadable(stream);
    }
    AlertmanagerConfig config = read(expanded(document.get()));
    return new AlertmanagerReading(
        new Loaded<>(config, diagnostics()), Rejection.of(context, document.get()).orElse(null));
  }

  // Alertmanager reads no further than the first document.
  private static List<YamlProblem> ofFirstDocument(YamlStream stream) {
    int end =
        stream.documents().isEmpty()
            ? Integer.MAX_VALUE
            : stream.documents().getFirst().written().span().end();
    return stream.problems().stream()
        .filter(problem -> problem.diagnostic().location().span().start() <= end)
        .toList();
  }

  private AlertmanagerReading unreadable(YamlStream stream) {
    if (stream.complete()) {
      missingRoute("no route provided in config", new Location(file, Span.at(0)));
    }
    return new AlertmanagerReading(
        new Loaded<>(null, diagnostics()), Rejection.of(context, null).orElse(null));
  }

  private YamlNode expanded(YamlNode document) {
    Map<String, String> values = variables;
    if (values == null) {
      return document;
    }
    VariableExpansion expansion = new VariableExpansion(values, YamlDialect.GO_V2);
    YamlNode filledIn = expansion.expand(document);
    notices.addAll(expansion.diagnostics());
    return filledIn;
  }

  private @Nullable AlertmanagerConfig read(YamlNode document) {
    YamlFields fields = YamlFields.of(document, "config.plain", context.problems());
    Optional<YamlNode> global = fields.node("global");
    global.ifPresent(node -> GlobalFields.check(node, context));
    List<Receiver> receivers =
        context.list(
            fields, "receivers", "[]config.Receiver", node -> ReceiverReader.read(node, context));
    Optional<YamlNode> routeNode = fields.node("route");
    Route route = routeNode.map(node -> RouteReader.readRoot(node, context)).orElse(null);
    List<InhibitRule> inhibitRules =
        context.list(
            fields,
            "inhibit_rules",
            "[]config.InhibitRule",
            node -> InhibitRuleReader.read(node, context));
    List<TimeInterval> intervals = intervals(fields);
    List<SourceText> templates = fields.strings("templates");
    fields.allow("tracing", "event_recorder");
    fields.finish();

    ReferenceChecks checks = new ReferenceChecks(context);
    checks.integrations(receivers, global.orElse(nothing(document)));
    if (route == null) {
      if (document instanceof YamlNode.MappingNode) {
        missingRoute("no routes provided", new Location(file, Span.at(0)));
      }
      return null;
    }
    YamlFields rootText =
        YamlFields.of(routeNode.orElseThrow(), "config.plain", new YamlProblems());
    checks.root(route, rootText);
    checks.receivers(route, receivers);
    checks.intervals(route, intervals);
    checks.rootContinue(route, rootText);
    return new AlertmanagerConfig(
        file, global.orElse(null), route, receivers, inhibitRules, intervals, templates);
  }

  /// {@return a mapping with nothing in it}
  private static YamlNode nothing(YamlNode document) {
    return new YamlNode.MappingNode(List.of(), List.of(), document.location(), document.written());
  }

  private List<TimeInterval> intervals(YamlFields fields) {
    List<TimeInterval> intervals =
        new ArrayList<>(
            context.list(
                fields,
                "mute_time_intervals",
                "[]config.MuteTimeInterval",
                node -> TimeIntervalReader.read(node, true, context)));
    intervals.addAll(
        context.list(
            fields,
            "time_intervals",
            "[]config.TimeInterval",
            node -> TimeIntervalReader.read(node, false, context)));
    return intervals;
  }

  private void missingRoute(String message, Location place) {
    context
        .checks()
        .value(
            Diagnostic.error("route/invalid", message, place)
                .withHelp("a route with a receiver is the least that Alertmanager wants"),
            message);
  }

  private List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(notices);
    all.addAll(context.warnings());
    for (YamlProblems problems : List.of(context.problems(), context.checks())) {
      problems.all().stream().map(YamlProblem::diagnostic).forEach(all::add);
    }
    all.sort(DiagnosticOrder::byPlace);
    return all;
  }
}
