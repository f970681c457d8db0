package dev.firedrill.lint;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleSending;
import dev.firedrill.alertmanager.route.RuleLabels;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.RuleKnowledge.SharedFlow;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules that one Prometheus loads: what checks take as context, whichever files findings are
/// reported for. Several threads may ask it at a time.
public final class RuleSet {
  private final List<RuleFile> files;
  private final Server server;
  private final MetricTypes types;
  private final Deployment deployment;
  private final Map<Class<?>, Object> memory = new ConcurrentHashMap<>();
  private final Map<String, List<RecordingRule>> records = new LinkedHashMap<>();
  private final Map<String, List<AlertingRule>> alerts = new LinkedHashMap<>();
  private final IdentityHashMap<Rule, RuleKnowledge> knowledge = new IdentityHashMap<>();
  private final IdentityHashMap<SourceFile, RuleFile> sources = new IdentityHashMap<>();
  private @Nullable RecordGraph graph;
  private volatile @Nullable RecordFacts facts;
  private @Nullable Routing routing;

  /// The rules of the given files, on a server that nothing is known of.
  public RuleSet(List<RuleFile> files) {
    this(files, Server.UNKNOWN);
  }

  /// The rules of the given files, for metrics of which nothing is known but their names.
  public RuleSet(List<RuleFile> files, Server server) {
    this(files, server, MetricTypes.UNKNOWN);
  }

  /// The rules of the given files, on a server whose configuration files are not known.
  public RuleSet(List<RuleFile> files, Server server, MetricTypes types) {
    this(files, server, types, Deployment.NONE);
  }

  /// The rules of the given files.
  ///
  /// @param types what is known of the metrics they read
  /// @param deployment the configuration files that load them
  public RuleSet(List<RuleFile> files, Server server, MetricTypes types, Deployment deployment) {
    this.files = List.copyOf(files);
    this.server = server;
    this.types = types;
    this.deployment = deployment;
    IdentityHashMap<Expr, SharedFlow> flows = new IdentityHashMap<>();
    for (RuleFile file : files) {
      sources.put(file.source(), file);
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          SharedFlow flow =
              rule.expr().result() instanceof Parsed parsed
                  ? flows.computeIfAbsent(parsed.expr(), SharedFlow::new)
                  : null;
          knowledge.put(rule, new RuleKnowledge(rule, group, flow));
          switch (rule) {
            case RecordingRule record -> add(records, record);
            case AlertingRule alert -> add(alerts, alert);
          }
        }
      }
    }
  }

  private static <R extends Rule> void add(Map<String, List<R>> index, R rule) {
    index.computeIfAbsent(rule.name().value(), name -> new ArrayList<>()).add(rule);
  }

  /// {@return the files, in the order given}
  public List<RuleFile> files() {
    return files;
  }

  /// {@return what the rules take from their server}
  public Server server() {
    return server;
  }

  /// {@return what is known of the metrics that the rules read}
  public MetricTypes types() {
    return types;
  }

  /// {@return something that is worked out from all rules once, whoever asks first}
  public <T> T once(Class<T> type, Function<RuleSet, T> make) {
    return type.cast(memory.computeIfAbsent(type, any -> make.apply(this)));
  }

  /// {@return the configuration files that load the rules}
  public Deployment deployment() {
    return deployment;
  }

  /// {@return what alerts meet at Alertmanager; empty where its configuration is not known}
  public synchronized Optional<Routing> routing() {
    AlertmanagerConfig config = deployment.alertmanager();
    if (routing == null && config != null) {
      routing = Routing.of(config, this);
    }
    return Optional.ofNullable(routing);
  }

  /// {@return the recording rules that produce a metric; empty where none does}
  public List<RecordingRule> recordsOf(String metric) {
    return records.getOrDefault(metric, List.of());
  }

  /// {@return the metrics that are recorded, in the order of the files}
  public Set<String> recorded() {
    return records.keySet();
  }

  /// {@return the alerting rules of a name; empty where there is none}
  public List<AlertingRule> alertsOf(String name) {
    return alerts.getOrDefault(name, List.of());
  }

  /// {@return the alerting rules by name, in the order of the files}
  public Map<String, List<AlertingRule>> alerts() {
    return alerts;
  }

  /// {@return how many rules there are}
  int size() {
    return knowledge.size();
  }

  RuleKnowledge knowledge(Rule rule) {
    RuleKnowledge known = knowledge.get(rule);
    if (known == null) {
      throw new IllegalArgumentException("not a rule of this set: " + rule.name().value());
    }
    return known;
  }

  /// {@return which records read which}
  public synchronized RecordGraph graph() {
    RecordGraph known = graph;
    if (known == null) {
      known = new RecordGraph(records);
      graph = known;
    }
    return known;
  }

  /// Finds out what is known of the records, so that nobody waits for it later.
  ///
  /// @param workers how many threads may find out
  void prepare(int workers) {
    facts(workers);
  }

  private RecordFacts facts(int workers) {
    RecordFacts known = facts;
    return known == null ? findFacts(workers) : known;
  }

  private synchronized RecordFacts findFacts(int workers) {
    RecordFacts known = facts;
    if (known == null) {
      known = RecordFacts.of(this, graph(), workers);
      facts = known;
    }
    return known;
  }

  /// {@return the group that a rule of this set stands in}
  public RuleGroup groupOf(Rule rule) {
    return knowledge(rule).group();
  }

  /// {@return what is known of a rule's expression; empty where it does not parse}
  public Optional<Flow> flow(Rule rule) {
    return knowledge(rule).flow(facts(1));
  }

  /// {@return what is known of the alerts of a rule that are sent to Alertmanager}
  ///
  /// @param outgoing what the server makes of the labels of alerts
  public PossibleSending sending(AlertingRule rule, OutgoingLabels outgoing) {
    LabelFlow flow = flow(rule).map(known -> known.facts().labels()).orElse(LabelFlow.ANY);
    Labels external = Labels.of(outgoing.external());
    KnownLabels labels = RuleLabels.of(rule, groupOf(rule), flow, external);
    return PossibleSending.of(labels, outgoing.rules());
  }

  /// {@return a rule's expression; empty where it does not parse}
  Optional<RuleExpression> expression(Rule rule) {
    return knowledge(rule).expression(facts(1));
  }

  /// {@return what several checks want to know of a rule, worked out once}
  <T> T once(Rule rule, Class<T> key, Function<Rule, T> work) {
    return knowledge(rule).once(key, work);
  }

  /// {@return what stands at a place of a file of this set}
  Optional<RulePlace> place(Location location) {
    RuleFile file = sources.get(location.file());
    if (file == null) {
      return Optional.empty();
    }
    for (RuleGroup group : file.groups()) {
      if (!covers(group.location(), location)) {
        continue;
      }
      for (Rule rule : group.rules()) {
        if (covers(rule.location(), location)) {
          return Optional.of(new RulePlace(file, group, rule));
        }
      }
      return Optional.of(new RulePlace(file, group, null));
    }
    return Optional.of(new RulePlace(file, null, null));
  }

  private static boolean covers(Location outer, Location inner) {
    return outer.span().start() <= inner.span().start() && inner.span().end() <= outer.span().end();
  }
}
