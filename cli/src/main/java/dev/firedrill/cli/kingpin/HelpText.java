package dev.firedrill.cli.kingpin;

import java.util.ArrayList;
import java.util.List;

/// The help of a program or command, laid out as kingpin does.
public final class HelpText {
  private static final int WIDTH = 80;
  private static final int LEFT_MOST = 30;

  private final List<CommandModel> path;
  private final StringBuilder out = new StringBuilder();

  private HelpText(List<CommandModel> path) {
    this.path = path;
  }

  /// {@return the help of the last command of a path}
  /// @param path the program and its commands, from the outside in
  public static String of(List<CommandModel> path) {
    return new HelpText(path).text();
  }

  private String text() {
    CommandModel command = path.getLast();
    out.append("usage: ").append(names(path)).append(usage(path, path.getLast())).append("\n\n");
    if (!command.help().isEmpty()) {
      lines(wrapped(command.help(), WIDTH), "");
      out.append('\n');
    }
    List<String[]> flags = new ArrayList<>();
    for (CommandModel each : path) {
      for (FlagModel flag : each.flags()) {
        flags.add(new String[] {usage(flag), flag.help()});
      }
    }
    columns("Flags:", flags);
    List<String[]> arguments = new ArrayList<>();
    for (ArgumentModel argument : command.arguments()) {
      String name = "<" + argument.name() + ">";
      arguments.add(new String[] {argument.required() ? name : "[" + name + "]", argument.help()});
    }
    columns("Args:", arguments);
    if (!command.commands().isEmpty()) {
      out.append(path.size() == 1 ? "Commands:\n" : "Subcommands:\n");
      commands(path);
    }
    return out.toString();
  }

  private void commands(List<CommandModel> above) {
    for (CommandModel command : above.getLast().commands()) {
      List<CommandModel> here = new ArrayList<>(above);
      here.add(command);
      if (!command.commands().isEmpty()) {
        commands(here);
      } else if (command.covered()) {
        out.append(names(here.subList(1, here.size())));
        out.append(usage(List.of(command), command)).append('\n');
        lines(wrapped(command.help(), WIDTH - 4), "    ");
        out.append('\n');
      }
    }
  }

  private static String names(List<CommandModel> path) {
    List<String> names = new ArrayList<>();
    path.forEach(command -> names.add(command.name()));
    return String.join(" ", names);
  }

  private static String usage(List<CommandModel> flagged, CommandModel command) {
    StringBuilder usage = new StringBuilder();
    boolean optional = false;
    for (CommandModel each : flagged) {
      for (FlagModel flag : each.flags()) {
        if (flag.required()) {
          usage.append(" --").append(flag.name()).append('=').append(flag.label());
        }
        optional |= !flag.required();
      }
    }
    usage.append(optional ? " [<flags>]" : "");
    if (!command.commands().isEmpty()) {
      usage.append(" <command> [<args> ...]");
    }
    for (ArgumentModel argument : command.arguments()) {
      usage.append(' ').append(argument.usage());
    }
    return usage.toString();
  }

  private static String usage(FlagModel flag) {
    StringBuilder usage = new StringBuilder();
    usage.append(flag.letter() == 0 ? "    " : "-" + flag.letter() + ", ");
    usage.append("--").append(flag.name());
    String fallback = flag.fallback();
    if (fallback != null) {
      usage.append("=\"").append(fallback).append('"');
    } else if (!flag.isSwitch()) {
      usage.append('=').append(flag.label());
    }
    return usage.append(flag.many() ? " ..." : "").toString();
  }

  private void columns(String title, List<String[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.append(title).append('\n');
    int left = 0;
    for (String[] row : rows) {
      left = row[0].length() < LEFT_MOST ? Math.max(left, row[0].length()) : left;
    }
    for (String[] row : rows) {
      boolean wide = row[0].length() >= LEFT_MOST;
      out.append("  ").append(row[0]);
      out.append(wide ? "  \n" : " ".repeat(left - row[0].length() + 2));
      List<String> lines = wrapped(row[1], WIDTH - left - 4);
      String indent = " ".repeat(left + 4);
      out.append(wide ? indent : "").append(lines.getFirst()).append('\n');
      lines(lines.subList(1, lines.size()), indent);
    }
    out.append('\n');
  }

  private void lines(List<String> lines, String indent) {
    lines.forEach(line -> out.append(indent).append(line).append('\n'));
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
