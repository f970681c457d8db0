package dev.firedrill.cli;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.Options;
import java.io.PrintWriter;
import java.util.List;

/// What `--help` and `firedrill help` print.
final class HelpPage {
  private static final int COLUMN = 30;
  private static final int WIDTH = 100;

  private HelpPage() {}

  /// All commands.
  static void overview(PrintWriter out) {
    out.println("Firedrill rehearses Prometheus alerts before they fire.");
    out.println();
    out.println("Usage: firedrill COMMAND [OPTIONS] [ARGUMENTS]");
    String group = "";
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      String next = entry.path().split(" ", 2)[0];
      if (!next.equals(group)) {
        out.println();
        group = next;
      }
      row(out, entry.path(), entry.summary());
    }
    out.println();
    row(out, "help [COMMAND | TOPIC]", "topics: " + String.join(", ", HelpTopic.names()));
    row(out, "--version", "versions of this, of the JDK, and of what is matched");
    out.println();
    out.println("'firedrill COMMAND --help' shows options and examples.");
  }

  /// The commands of a group.
  static void group(PrintWriter out, String group) {
    out.println("Usage: firedrill " + group + " COMMAND [OPTIONS] [ARGUMENTS]");
    out.println();
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      if (entry.path().startsWith(group + " ")) {
        row(out, entry.path(), entry.summary());
      }
    }
  }

  /// One command.
  static void command(PrintWriter out, String path, Options options) {
    StringBuilder usage = new StringBuilder("Usage: firedrill ").append(path).append(" [OPTIONS]");
    for (Options.Described argument : options.arguments()) {
      usage.append(' ').append(argument.usage());
    }
    out.println(usage);
    out.println();
    out.println(sentence(Catalog.summary(path)));
    section(out, "Arguments:", options.arguments());
    section(out, "Options:", options.options());
    if (!options.examples().isEmpty()) {
      out.println();
      out.println("Examples:");
      for (Options.Example example : options.examples()) {
        out.println("  # " + example.text());
        out.println("  " + example.commandLine());
      }
    }
  }

  /// A command, a group or a topic, by its words.
  static int topic(Session session, List<String> words) {
    String name = String.join(" ", words);
    if (name.isEmpty()) {
      overview(session.out());
    } else if (Catalog.isCommand(name)) {
      Options options = new Options();
      Catalog.open(name, options);
      command(session.out(), name, options);
    } else if (Catalog.isGroup(name)) {
      group(session.out(), name);
    } else {
      session.out().print(HelpTopic.text(name));
    }
    return ExitStatus.OK;
  }

  private static void section(PrintWriter out, String title, List<Options.Described> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    for (Options.Described row : rows) {
      row(out, row.usage(), row.text());
    }
  }

  private static void row(PrintWriter out, String left, String right) {
    StringBuilder line = new StringBuilder("  ").append(left);
    line.append(" ".repeat(Math.max(2, COLUMN - left.length())));
    int start = line.length();
    for (String word : right.split(" ", -1)) {
      if (line.length() > start && line.length() + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(COLUMN + 2));
        start = line.length();
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }
}
