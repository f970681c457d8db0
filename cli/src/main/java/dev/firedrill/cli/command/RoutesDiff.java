package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.AlertmanagerVersions;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.RouteDiffJson;
import dev.firedrill.cli.report.RouteDiffMarkdown;
import dev.firedrill.cli.report.RouteDiffText;
import dev.firedrill.cli.report.SkippedText;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.SentLabels;
import dev.firedrill.prometheus.OutgoingLabels;
import java.io.IOException;
import java.util.List;

/// `routes diff`: the alerts of rules that two versions of a configuration treat differently.
final class RoutesDiff implements Command {
  private final AlertmanagerVersions versions;
  private final Value before;
  private final Value after;
  private final RulePathOptions rules;
  private final PrometheusOption prometheus;
  private final FailureOptions failures;
  private final OutputOptions output;

  RoutesDiff(Options options) {
    versions = new AlertmanagerVersions(options);
    before =
        options.argument("OLD", "a configuration: a file, a revision of Git, REV:FILE, or A...B");
    after = options.optional("[NEW]", "likewise (default: the working tree; A...B: B)");
    rules = RulePathOptions.named(options);
    prometheus = new PrometheusOption(options);
    failures = new FailureOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON, Format.MARKDOWN);
    options.example(
        "firedrill routes diff main:alertmanager.yml alertmanager.yml --rules rules/",
        "whom would this change have told otherwise?");
    options.example(
        "firedrill routes diff old.yml new.yml --rules rules/ --format markdown",
        "for a pull request");
  }

  @Override
  public int run(Session session) throws IOException {
    List<AlertmanagerConfig> both = versions.read(session, before.required(), after.get());
    RuleInputs inputs = rules.read(session);
    OutgoingLabels outgoing = SentLabels.of(session, prometheus.told(session, inputs.paths()));
    RouteDiff diff =
        RouteDiff.of(both.getFirst(), both.getLast(), RuleReplay.valid(session, inputs), outgoing);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  SkippedText.below(
                      new RouteDiffText(diff, new Paint(output.colored(session)), output.quiet()),
                      inputs.skipped(),
                      output.quiet(),
                      output.verbose());
              case JSON -> new RouteDiffJson(diff);
              case MARKDOWN -> new RouteDiffMarkdown(diff);
              default -> throw format.notOffered();
            });
    return failures.status(session, !diff.changes().isEmpty(), inputs.skipped());
  }
}
