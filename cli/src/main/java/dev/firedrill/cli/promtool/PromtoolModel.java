package dev.firedrill.cli.promtool;

import dev.firedrill.cli.kingpin.ArgumentModel;
import dev.firedrill.cli.kingpin.CommandModel;
import dev.firedrill.cli.kingpin.FlagModel;

/// The commands and flags of promtool; of those that are not covered, only the names.
final class PromtoolModel {
  private PromtoolModel() {}

  static CommandModel program() {
    return CommandModel.of("promtool", "Tooling for the Prometheus monitoring system.")
        .with(
            FlagModel.yes("help", "Show this.").or('h'),
            FlagModel.yes("version", "Show the version."),
            FlagModel.yes("experimental", "Enable experimental commands."),
            FlagModel.value(
                    "enable-feature",
                    "ENABLE-FEATURE",
                    "Names of features to enable, separated by commas:"
                        + " promql-experimental-functions, promql-delayed-name-removal,"
                        + " promql-extended-range-selectors, promql-binop-fill-modifiers.")
                .anyTimes())
        .with(check(), test(), promql())
        .with(
            CommandModel.elsewhere("query"),
            CommandModel.elsewhere("debug"),
            CommandModel.elsewhere("push"),
            CommandModel.elsewhere("tsdb"));
  }

  private static CommandModel check() {
    return CommandModel.of("check", "Check the resources for validity.")
        .with(
            FlagModel.value(
                    "query.lookback-delta",
                    "DURATION",
                    "The server's maximum query lookback duration.")
                .otherwise("5m"),
            FlagModel.yes("extended", "For check metrics only."))
        .with(
            checkConfig(),
            checkRules(),
            CommandModel.elsewhere("service-discovery"),
            CommandModel.elsewhere("web-config"),
            CommandModel.elsewhere("healthy"),
            CommandModel.elsewhere("ready"),
            CommandModel.elsewhere("metrics"));
  }

  private static CommandModel checkConfig() {
    return CommandModel.of("config", "Check if the config files are valid or not.")
        .with(
            FlagModel.yes("syntax-only", "Leave out the files that the config files name."),
            lint("all, duplicate-rules, none, too-long-scrape-interval"),
            fatal(),
            ignoreUnknownFields(),
            FlagModel.yes("agent", "Check for Prometheus in Agent mode; not covered."))
        .with(ArgumentModel.files("config-files", "The config files to check.").needed());
  }

  private static CommandModel checkRules() {
    return CommandModel.of("rules", "Check if the rule files are valid or not.")
        .with(lint("all, duplicate-rules, none"), fatal(), ignoreUnknownFields())
        .with(
            ArgumentModel.files(
                "rule-files", "The rule files to check; standard input where there are none."));
  }

  private static FlagModel lint(String choice) {
    return FlagModel.value(
            "lint", "LINT", "Linting checks to apply, separated by commas: " + choice + ".")
        .otherwise(LintOptions.DUPLICATE_RULES);
  }

  private static FlagModel fatal() {
    return FlagModel.yes("lint-fatal", "Make lint errors exit with exit code 3.");
  }

  private static FlagModel ignoreUnknownFields() {
    return FlagModel.yes("ignore-unknown-fields", "Pass over unknown fields in rule files.");
  }

  private static CommandModel test() {
    return CommandModel.of("test", "Unit testing.")
        .with(FlagModel.value("junit", "FILE", "File path to store JUnit XML test results."))
        .with(
            CommandModel.of("rules", "Unit tests for rules.")
                .with(
                    FlagModel.value("run", "REGEX", "Only run the tests whose names match this.")
                        .anyTimes(),
                    FlagModel.yes("debug", "Show what goes on in a test."),
                    FlagModel.yes("diff", "Show how the alerts differ from those expected."),
                    ignoreUnknownFields())
                .with(ArgumentModel.files("test-rule-file", "The unit test file.").needed()));
  }

  private static CommandModel promql() {
    ArgumentModel query = ArgumentModel.one("query", "PromQL query.");
    ArgumentModel name = ArgumentModel.one("name", "Name of the label matcher.");
    return CommandModel.of("promql", "PromQL formatting and editing. Requires --experimental.")
        .with(
            CommandModel.of("format", "Format PromQL query to pretty printed form.").with(query),
            CommandModel.of("label-matchers", "Edit label matchers contained within a query.")
                .with(
                    CommandModel.of("set", "Set a label matcher in the query.")
                        .with(
                            FlagModel.value("type", "TYPE", "Type of the label matcher to set.")
                                .or('t')
                                .otherwise("=")
                                .oneOf("=", "!=", "=~", "!~"))
                        .with(
                            query,
                            name,
                            ArgumentModel.one("value", "Value of the label matcher to set.")),
                    CommandModel.of("delete", "Delete a label from the query.").with(query, name)));
  }
}
