package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.setup.NewFile;
import java.io.IOException;
import java.nio.file.Path;

/// `hook install`: a hook of Git that lints what is about to be committed.
final class HookInstall implements Command {
  // Where all rule files are as staged, they are linted in place; else a copy of the index is.
  private static final String HOOK =
      """
      #!/bin/sh
      # Lints the rule files of this commit, as they are staged. By `firedrill hook install`.
      set -eu
      command -v firedrill > /dev/null || {
        echo "firedrill is not on the PATH; 'git commit --no-verify' commits without it" >&2
        exit 1
      }
      cd "$(git rev-parse --show-toplevel)"
      list=$(mktemp)
      copy=
      trap 'rm -rf "$list" ${copy:+"$copy"}' EXIT
      git diff --cached --name-only -z --diff-filter=ACMR -- '*.yml' '*.yaml' '*.rules' > "$list"
      [ -s "$list" ] || exit 0
      if ! git diff --quiet; then
        copy=$(mktemp -d)
        git checkout-index --all --prefix="$copy/"
        cd "$copy"
      fi
      xargs -0 firedrill rules lint --skip-others -- < "$list"
      """;

  private final Flag force;
  private final ConsoleOptions console;

  HookInstall(Options options) {
    force = options.flag("--force", "replace a pre-commit hook that is there");
    console = new ConsoleOptions(options);
    options.example("firedrill hook install", "lint rules before each commit");
  }

  @Override
  public int run(Session session) throws IOException {
    Path place = GitRepository.of(session, "the hook is one of Git").hooks().resolve("pre-commit");
    NewFile file = new NewFile(Stacks.shown(session, place), HOOK);
    if (!file.write(place, force.given())) {
      throw new CommandException(
          file.path()
              + ": a hook is there already; add `firedrill rules lint` to it, or replace it"
              + " by --force");
    }
    if (!place.toFile().setExecutable(true, false)) {
      throw new CommandException(file.path() + ": cannot be made executable");
    }
    if (!console.quiet()) {
      session.out().println("wrote " + file.path());
    }
    return ExitStatus.OK;
  }
}
