package dev.firedrill.cli.command;

import dev.firedrill.cli.completion.BashCompletion;
import dev.firedrill.cli.completion.CommandTree;
import dev.firedrill.cli.completion.FishCompletion;
import dev.firedrill.cli.completion.ZshCompletion;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;

/// `completion`: a script that teaches a shell the commands and options.
final class Completion implements Command {
  private final Value shell;

  Completion(Options options) {
    shell = options.argument("SHELL", "bash, zsh or fish");
    options.example("source <(firedrill completion bash)", "in ~/.bashrc");
    options.example("source <(firedrill completion zsh)", "in ~/.zshrc, after compinit");
    options.example("firedrill completion fish | source", "in ~/.config/fish/config.fish");
  }

  @Override
  public int run(Session session) {
    CommandTree tree = CommandTree.ofAll();
    String script =
        switch (shell.required()) {
          case "bash" -> BashCompletion.script(tree);
          case "zsh" -> ZshCompletion.script(tree);
          case "fish" -> FishCompletion.script(tree);
          default ->
              throw new UsageException(
                  "unknown shell '" + shell.required() + "': expected bash, zsh or fish");
        };
    session.out().print(script);
    return ExitStatus.OK;
  }
}
