package dev.firedrill.cli.completion;

import dev.firedrill.cli.completion.CommandTree.Option;
import dev.firedrill.cli.completion.CommandTree.Word;

/// Completion for zsh, with what each word does.
public final class ZshCompletion {
  private ZshCompletion() {}

  /// {@return the script}
  public static String script(CommandTree tree) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        #compdef firedrill
        # Completion of firedrill for zsh.
        _firedrill() {
          local -a names
          local line="${(j: :)words[2,CURRENT-1]} "
          # Help takes the words of commands.
          case $line in ('help '*) line=${line#help }; line=${line:- } ;; esac
          case $line in
        """);
    tree.options()
        .forEach(
            (path, options) -> {
              out.append("    ('").append(path).append(" '*)\n");
              options.forEach(option -> values(option, out));
              out.append("      names=(");
              for (Option option : options) {
                option.names().forEach(name -> described(name, option.text(), out));
              }
              out.append(")\n      if [[ $PREFIX == -* ]]; then\n");
              out.append("        _describe -o option names\n      else\n        _files\n");
              out.append("      fi\n      ;;\n");
            });
    tree.words()
        .forEach(
            (path, words) -> {
              out.append("    ('").append(path).append(" ')\n      names=(");
              for (Word word : words) {
                described(word.name(), word.text(), out);
              }
              out.append(")\n      _describe command names\n      ;;\n");
            });
    out.append(
        """
          esac
        }
        compdef _firedrill firedrill
        """);
    return out.toString();
  }

  private static void values(Option option, StringBuilder out) {
    if (option.label().isEmpty()) {
      return;
    }
    out.append("      if [[ $words[CURRENT-1] == (").append(String.join("|", option.names()));
    out.append(") ]]; then ");
    out.append(
        option.values().isEmpty() ? "_files" : "compadd -- " + String.join(" ", option.values()));
    out.append("; return; fi\n");
  }

  private static void described(String name, String text, StringBuilder out) {
    String escaped = text.replace("'", "'\\''");
    out.append("\n        '").append(name.replace(":", "\\:")).append(':').append(escaped);
    out.append('\'');
  }
}
