package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    PrintWriter out = session.out();
    switch (shell.required()) {
      case "bash" -> bash(out);
      case "zsh" -> {
        out.println("autoload -U +X bashcompinit && bashcompinit");
        bash(out);
      }
      case "fish" -> fish(out);
      default ->
          throw new UsageException(
              "unknown shell '" + shell.required() + "': expected bash, zsh or fish");
    }
    return ExitStatus.OK;
  }

  /// Tries the longest known command first: its options; else the words that may come next.
  private static void bash(PrintWriter out) {
    out.println("_firedrill() {");
    out.println("  local line=\"${COMP_WORDS[*]:1:COMP_CWORD-1} \" next=\"\"");
    out.println("  case \"$line\" in");
    for (String path : Catalog.paths()) {
      out.println("    '" + path + " '*) next='" + String.join(" ", optionNames(path)) + "' ;;");
    }
    for (String group : groups()) {
      out.println("    '" + group + " ') next='" + String.join(" ", wordsAfter(group)) + "' ;;");
    }
    out.println("    ' ') next='" + String.join(" ", wordsAfter("")) + " help --version' ;;");
    out.println("  esac");
    out.println("  COMPREPLY=($(compgen -W \"$next\" -- \"${COMP_WORDS[COMP_CWORD]}\"))");
    out.println("}");
    out.println("complete -o default -F _firedrill firedrill");
  }

  private static void fish(PrintWriter out) {
    out.println("complete -c firedrill -n __fish_use_subcommand -f -a help");
    for (String word : wordsAfter("")) {
      out.println("complete -c firedrill -n __fish_use_subcommand -f -a " + word);
    }
    for (String group : groups()) {
      String words = String.join(" ", wordsAfter(group));
      String condition = "__fish_seen_subcommand_from " + group;
      String none = "; and not __fish_seen_subcommand_from " + words;
      out.println("complete -c firedrill -n '" + condition + none + "' -f -a '" + words + "'");
    }
    for (String path : Catalog.paths()) {
      String condition =
          "__fish_seen_subcommand_from " + path.replace(" ", "; and __fish_seen_subcommand_from ");
      for (String option : optionNames(path)) {
        String kind = option.startsWith("--") ? " -l " : " -s ";
        String name = option.replaceFirst("^-+", "");
        out.println("complete -c firedrill -n '" + condition + "'" + kind + name);
      }
    }
  }

  private static List<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    for (String path : Catalog.paths()) {
      for (int space = path.indexOf(' '); space > 0; space = path.indexOf(' ', space + 1)) {
        groups.add(path.substring(0, space));
      }
    }
    return List.copyOf(groups);
  }

  private static List<String> wordsAfter(String group) {
    String prefix = group.isEmpty() ? "" : group + " ";
    Set<String> words = new LinkedHashSet<>();
    for (String path : Catalog.paths()) {
      if (path.startsWith(prefix)) {
        words.add(path.substring(prefix.length()).split(" ", 2)[0]);
      }
    }
    return List.copyOf(words);
  }

  private static List<String> optionNames(String path) {
    Options options = new Options();
    Catalog.open(path, options);
    List<String> names = new ArrayList<>();
    for (Options.Described option : options.options()) {
      for (String word : option.usage().split(",? ", -1)) {
        if (word.startsWith("-")) {
          names.add(word);
        }
      }
    }
    return names;
  }
}
