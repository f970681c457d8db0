package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.inventory.ListedRule;
import dev.firedrill.cli.inventory.RuleInventory;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.InventoryGraph;
import dev.firedrill.cli.report.InventoryJson;
import dev.firedrill.cli.report.InventoryText;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.routing.RuleRouter;
import dev.firedrill.cli.routing.RuleRouting;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rules list`: what rules there are, and what the files tell of each.
final class RulesList implements Command {
  private final RulePathOptions paths;
  private final AlertmanagerOption alertmanager;
  private final PrometheusOption prometheus;
  private final Value graph;
  private final FailureOptions failures;
  private final OutputOptions output;

  RulesList(Options options) {
    paths = new RulePathOptions(options);
    alertmanager = AlertmanagerOption.optional(options);
    prometheus = new PrometheusOption(options);
    graph = options.value("--graph", "LANGUAGE", "which rules read which: dot or mermaid, instead");
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill rules list rules/", "what is there?");
    options.example(
        "firedrill rules list --alertmanager alertmanager.yml rules/", "and whom does it page?");
    options.example("firedrill rules list --graph dot rules/ | dot -Tsvg", "draw what reads what");
    options.whenParsed(this::language);
  }

  @Override
  public int run(Session session) throws IOException {
    String language = language();
    RuleInputs inputs = paths.read(session);
    List<RuleFile> files = RuleReplay.valid(session, inputs);
    List<ListedRule> rules = RuleInventory.of(files, receivers(session, inputs, files));
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  language.isEmpty()
                      ? SkippedText.below(
                          new InventoryText(rules, output.quiet()),
                          inputs.skipped(),
                          output.quiet(),
                          output.verbose())
                      : new InventoryGraph(rules, language.equals("mermaid"));
              case JSON -> new InventoryJson(rules, Beside.of(inputs));
              default -> throw format.notOffered();
            });
    return failures.status(session, inputs, List.of());
  }

  private String language() {
    String language = graph.orElse("");
    if (!List.of("", "dot", "mermaid").contains(language)) {
      throw new UsageException("--graph '" + language + "': expected dot or mermaid");
    }
    return language;
  }

  private IdentityHashMap<Rule, List<String>> receivers(
      Session session, RuleInputs inputs, List<RuleFile> files) throws IOException {
    IdentityHashMap<Rule, List<String>> receivers = new IdentityHashMap<>();
    @Nullable AlertmanagerConfig config =
        alertmanager.configFor(session, inputs.paths()).orElse(null);
    if (config == null) {
      return receivers;
    }
    OutgoingLabels outgoing = prometheus.told(session, inputs.paths()).outgoing();
    for (RuleRouting routing : new RuleRouter(config, outgoing).route(files, Labels.EMPTY)) {
      receivers.put(routing.rule(), routing.walk().receivers());
    }
    return receivers;
  }
}
