package dev.firedrill.cli.kingpin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program, or one of its commands.
///
/// @param commands those below this one
/// @param isDefault whether it is meant where the command above is named alone
/// @param covered whether it can be run here; otherwise nothing behind its name is looked at
public record CommandModel(
    String name,
    String help,
    List<FlagModel> flags,
    List<ArgumentModel> arguments,
    List<CommandModel> commands,
    boolean isDefault,
    boolean covered) {
  public CommandModel {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    commands = List.copyOf(commands);
  }

  /// {@return a command without anything}
  public static CommandModel of(String name, String help) {
    return new CommandModel(name, help, List.of(), List.of(), List.of(), false, true);
  }

  /// {@return a command that is not to be had here}
  public static CommandModel elsewhere(String name) {
    return new CommandModel(name, "", List.of(), List.of(), List.of(), false, false);
  }

  /// {@return this with flags}
  public CommandModel with(FlagModel... more) {
    return new CommandModel(
        name, help, joined(flags, List.of(more)), arguments, commands, isDefault, covered);
  }

  /// {@return this with arguments}
  public CommandModel with(ArgumentModel... more) {
    return new CommandModel(
        name, help, flags, joined(arguments, List.of(more)), commands, isDefault, covered);
  }

  /// {@return this with commands below it}
  public CommandModel with(CommandModel... more) {
    return new CommandModel(
        name, help, flags, arguments, joined(commands, List.of(more)), isDefault, covered);
  }

  /// {@return this, meant where the command above is named alone}
  public CommandModel byDefault() {
    return new CommandModel(name, help, flags, arguments, commands, true, covered);
  }

  /// {@return the command below with a name; null if there is none}
  @Nullable CommandModel command(String word) {
    for (CommandModel command : commands) {
      if (command.name().equals(word)) {
        return command;
      }
    }
    return null;
  }

  /// {@return the command below that is meant where none is named; null if there is none}
  @Nullable CommandModel defaultCommand() {
    for (CommandModel command : commands) {
      if (command.isDefault()) {
        return command;
      }
    }
    return null;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
