package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import java.io.IOException;

/// `rules check`: what Prometheus itself would reject.
final class RulesCheck implements Command {
  private final RulePathOptions paths;
  private final PrometheusOption prometheus;
  private final FindingsOptions findings;

  RulesCheck(Options options) {
    paths = new RulePathOptions(options);
    prometheus = new PrometheusOption(options);
    findings = new FindingsOptions(options);
    options.example("firedrill rules check rules/", "all rule files of a folder");
    options.example("firedrill rules check 'teams/**/*.rules'", "a glob");
  }

  @Override
  public int run(Session session) throws IOException {
    RuleInputs inputs = paths.read(session);
    if (prometheus.given()) {
      // Rules are the same on each server; that it starts is worth knowing all the same.
      prometheus.told(session, inputs.paths());
    }
    return findings.report(session, inputs, inputs.diagnostics());
  }
}
