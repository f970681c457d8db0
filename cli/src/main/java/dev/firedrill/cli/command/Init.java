package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.rehearsal.StackSearch;
import dev.firedrill.cli.setup.NewFile;
import dev.firedrill.cli.setup.Starter;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `init`: the files that a repository starts with.
final class Init implements Command {
  private final Values folders;
  private final Value ci;
  private final Flag force;
  private final ConsoleOptions console;

  Init(Options options) {
    folders = options.arguments("[DIR]", "the folder to set up (default: this one)");
    ci =
        options.value(
            "--ci", "WHICH", "github, gitlab or none (default: gitlab if .gitlab-ci.yml is there)");
    force = options.flag("--force", "replace files that are there");
    console = new ConsoleOptions(options);
    options.example("firedrill init", "set up this folder");
    options.example("firedrill init --ci none monitoring/", "another one, without a CI job");
  }

  @Override
  public int run(Session session) throws IOException {
    List<String> given = folders.get();
    if (given.size() > 1) {
      throw new UsageException("unexpected argument '" + given.get(1) + "': one folder at a time");
    }
    String folder = given.isEmpty() ? "." : given.getFirst();
    Path place = session.resolve(folder);
    if (!Files.isDirectory(place)) {
      throw new CommandException(folder + ": no such folder");
    }
    String wanted = ci.orElse(Files.exists(place.resolve(".gitlab-ci.yml")) ? "gitlab" : "github");
    if (!List.of("github", "gitlab", "none").contains(wanted)) {
      throw new UsageException("--ci '" + wanted + "': expected github, gitlab or none");
    }
    StackFiles files = StackSearch.byContent(session, folder);
    if (files.rules().isEmpty() && files.alertmanager() == null) {
      throw new CommandException(
          folder + ": neither rule files nor an Alertmanager configuration here");
    }
    for (NewFile file : new Starter(session, folder).files(files, wanted)) {
      boolean written = file.write(session.resolve(file.path()), force.given());
      if (!written || !console.quiet()) {
        session
            .out()
            .println(
                written
                    ? "wrote " + file.path()
                    : "kept " + file.path() + ", which was there (--force replaces it)");
      }
    }
    if (!console.quiet()) {
      session.out().println("next: firedrill rehearse " + folder);
    }
    return ExitStatus.OK;
  }
}
