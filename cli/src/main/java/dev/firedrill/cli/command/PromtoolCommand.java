package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Words;
import dev.firedrill.cli.promtool.Promtool;
import java.io.IOException;

/// `promtool`: the offline half of promtool, under its own words.
final class PromtoolCommand implements Command {
  private final Words words;

  PromtoolCommand(Options options) {
    words = options.words("COMMAND...", "words and flags as promtool takes them");
    options.example("firedrill promtool check rules rules.yml", "what Prometheus would refuse");
    options.example("firedrill promtool test rules --diff tests.yml", "unit tests of rules");
  }

  @Override
  public int run(Session session) throws IOException {
    return Promtool.run(session, words.get());
  }
}
