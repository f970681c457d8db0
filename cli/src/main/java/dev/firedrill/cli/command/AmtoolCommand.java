package dev.firedrill.cli.command;

import dev.firedrill.cli.amtool.Amtool;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Words;
import java.io.IOException;

/// `amtool`: the offline half of amtool, under its own words.
final class AmtoolCommand implements Command {
  private final Words words;

  AmtoolCommand(Options options) {
    words = options.words("COMMAND...", "words and flags as amtool takes them");
    options.example("firedrill amtool check-config alertmanager.yml", "would Alertmanager start?");
    options.example(
        "firedrill amtool config routes test --config.file=alertmanager.yml severity=critical",
        "whom an alert reaches");
  }

  @Override
  public int run(Session session) throws IOException {
    return Amtool.run(session, words.get());
  }
}
