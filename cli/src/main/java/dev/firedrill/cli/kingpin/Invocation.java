package dev.firedrill.cli.kingpin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command line that was understood.
///
/// @param path the program and its commands, from the outside in; the program alone where no
///     command is named
/// @param values of flags, by name, and of arguments, by name in angle brackets; switches that were
///     given have `true` or `false`
/// @param wants what it asks for
public record Invocation(List<CommandModel> path, Map<String, List<String>> values, Wants wants) {
  /// What a command line asks for.
  public enum Wants {
    /// That the command be run.
    RUN,
    /// The help of the command.
    HELP,
    /// The version of the program.
    VERSION,
    /// A command that is not to be had here.
    ELSEWHERE
  }

  public Invocation {
    path = List.copyOf(path);
    values = Map.copyOf(values);
  }

  /// {@return the words of the command, without the program's name}
  public String command() {
    StringBuilder words = new StringBuilder();
    for (CommandModel command : path.subList(1, path.size())) {
      words.append(words.isEmpty() ? "" : " ").append(command.name());
    }
    return words.toString();
  }

  /// {@return whether a switch is on}
  public boolean isOn(String flag) {
    return values.getOrDefault(flag, List.of()).contains("true");
  }

  /// {@return the values of a flag, in order}
  public List<String> all(String flag) {
    List<String> given = values.get(flag);
    if (given != null) {
      return given;
    }
    String fallback = fallback(flag);
    return fallback == null ? List.of() : List.of(fallback);
  }

  /// {@return the value of a flag; null where there is none}
  public @Nullable String one(String flag) {
    List<String> all = all(flag);
    return all.isEmpty() ? null : all.getLast();
  }

  /// {@return the values of an argument, in order}
  public List<String> arguments(String name) {
    return values.getOrDefault("<" + name + ">", List.of());
  }

  /// {@return the value of an argument that must be given}
  public String argument(String name) {
    return arguments(name).getFirst();
  }

  private @Nullable String fallback(String flag) {
    for (CommandModel command : path) {
      for (FlagModel model : command.flags()) {
        if (model.name().equals(flag)) {
          return model.fallback();
        }
      }
    }
    return null;
  }
}
