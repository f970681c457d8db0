package dev.firedrill.cli.amtool;

import dev.firedrill.cli.kingpin.ArgumentModel;
import dev.firedrill.cli.kingpin.CommandModel;
import dev.firedrill.cli.kingpin.FlagModel;

/// The commands and flags of amtool; of those that are not covered, only the names.
final class AmtoolModel {
  private AmtoolModel() {}

  static CommandModel program() {
    return CommandModel.of("amtool", "View and modify the current Alertmanager state.")
        .with(
            FlagModel.yes("help", "Show this.").or('h'),
            FlagModel.value("date.format", "FORMAT", "Format of date output; not used here."),
            FlagModel.yes("verbose", "Verbose running information.").or('v'),
            FlagModel.value("alertmanager.url", "URL", "Alertmanager to talk to; not covered."),
            FlagModel.value("output", "OUTPUT", "Output formatter; not used here.")
                .or('o')
                .oneOf("simple", "extended", "json"),
            FlagModel.value("timeout", "DURATION", "Timeout for the command; not used here."),
            FlagModel.value("http.config.file", "FILE", "How to connect; not used here."),
            FlagModel.yes("version-check", "Check the server's version; not used here."),
            FlagModel.value(
                "enable-feature",
                "NAMES",
                "How matchers are read: classic-mode, utf8-strict-mode."),
            FlagModel.yes("version", "Show the version."))
        .with(checkConfig(), config(), template())
        .with(
            CommandModel.elsewhere("alert"),
            CommandModel.elsewhere("silence"),
            CommandModel.elsewhere("cluster"));
  }

  private static CommandModel checkConfig() {
    return CommandModel.of("check-config", "Validate alertmanager config files.")
        .with(ArgumentModel.files("check-files", "Files to be validated."));
  }

  private static CommandModel config() {
    return CommandModel.of("config", "View the configuration.")
        .with(CommandModel.elsewhere("show").byDefault(), routes());
  }

  private static CommandModel routes() {
    return CommandModel.of("routes", "Prints alert routing tree.")
        .with(FlagModel.value("config.file", "FILE", "Config file to be tested.").existingFile())
        .with(
            CommandModel.of("show", "Prints alert routing tree.").byDefault(),
            CommandModel.of("test", "Shows which receivers an alert goes to.")
                .with(
                    FlagModel.value(
                        "verify.receivers",
                        "NAMES",
                        "Receivers, separated by commas, that the alert must go to."),
                    FlagModel.yes("tree", "Prints out matching routes tree."))
                .with(ArgumentModel.any("labels", "The alert's labels, as name=value.")));
  }

  private static CommandModel template() {
    return CommandModel.of("template", "Render template files.")
        .with(
            CommandModel.of("render", "Render a text with templates.")
                .with(
                    FlagModel.value("template.glob", "GLOB", "Pattern of template files.")
                        .anyTimes()
                        .needed(),
                    FlagModel.value("template.text", "TEXT", "The text to be rendered.").needed(),
                    FlagModel.value("template.type", "TYPE", "text (default) or html.")
                        .oneOf("html", "text"),
                    FlagModel.value("template.data", "FILE", "The data to render with, as JSON.")));
  }
}
