package dev.firedrill.cli.completion;

import dev.firedrill.cli.completion.CommandTree.Option;
import dev.firedrill.cli.completion.CommandTree.Word;
import java.util.ArrayList;
import java.util.List;

/// Completion for bash 3.2 and newer.
public final class BashCompletion {
  private BashCompletion() {}

  /// {@return the script}
  public static String script(CommandTree tree) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Completion of firedrill for bash.
        _firedrill() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} next="" values=""
          local line="${COMP_WORDS[*]:1:COMP_CWORD-1} "
          # Help takes the words of commands.
          case "$line" in 'help '*) line=${line#help }; line=${line:- } ;; esac
          case "$line" in
        """);
    tree.options()
        .forEach(
            (path, options) -> {
              out.append("    '").append(path).append(" '*)\n");
              out.append("      next='").append(String.join(" ", names(options))).append("'\n");
              values(options, out);
              out.append("      ;;\n");
            });
    tree.words()
        .forEach(
            (path, words) -> {
              List<String> names = new ArrayList<>(words.stream().map(Word::name).toList());
              names.addAll(path.isEmpty() ? List.of("--help", "--version") : List.of("--help"));
              out.append("    '").append(path).append(" ') next='");
              out.append(String.join(" ", names)).append("' ;;\n");
            });
    out.append(
        """
          esac
          if [ -n "$values" ]; then next=$values; fi
          COMPREPLY=($(compgen -W "$next" -- "$word"))
        }
        complete -o default -F _firedrill firedrill
        """);
    return out.toString();
  }

  private static List<String> names(List<Option> options) {
    return options.stream().flatMap(option -> option.names().stream()).toList();
  }

  // After an option with few values these; after one with any, what the shell completes by default.
  private static void values(List<Option> options, StringBuilder out) {
    out.append("      case \"$before\" in\n");
    for (Option option : options) {
      if (!option.label().isEmpty()) {
        String next = option.values().isEmpty() ? "next=''" : "values='" + joined(option) + "'";
        out.append("        ").append(String.join("|", option.names())).append(") ");
        out.append(next).append(" ;;\n");
      }
    }
    out.append("      esac\n");
  }

  private static String joined(Option option) {
    return String.join(" ", option.values());
  }
}
