package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.SettingsJson;
import dev.firedrill.cli.report.SettingsText;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `config show`: the settings that are in force here, with the files their patterns stand for.
final class ConfigShow implements Command {
  private final ProjectOptions project;
  private final OutputOptions output;

  ConfigShow(Options options) {
    project = ProjectOptions.of(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill config show", "which settings hold here?");
  }

  @Override
  public int run(Session session) throws IOException {
    Optional<SettingsFile> settings = project.settings(session);
    if (settings.isEmpty()) {
      session.out().println("no settings file here or above; everything is at its default");
      return ExitStatus.OK;
    }
    SettingsFile file = settings.get();
    List<StackFiles> stacks = project.present(file);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new SettingsText(session, file, stacks);
              case JSON -> new SettingsJson(session, file, stacks);
              default -> throw format.notOffered();
            });
    session.aftermath().ask(() -> Stacks.missing(file, stacks));
    return ExitStatus.OK;
  }
}
