package dev.firedrill.cli.completion;

import dev.firedrill.cli.completion.CommandTree.Option;
import dev.firedrill.cli.completion.CommandTree.Word;

/// Completion for fish, with what each word does.
public final class FishCompletion {
  private FishCompletion() {}

  /// {@return the script}
  public static String script(CommandTree tree) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Completion of firedrill for fish.
        # Whether the words before the cursor are these, and no others.
        function __firedrill_at
            set -l words (commandline -opc)[2..-1]
            if test (count $words) -gt 0; and test "$words[1]" = help
                set -e words[1]
            end
            test "$words" = "$argv"
        end
        # Whether the words before the cursor start with these.
        function __firedrill_in
            set -l words (commandline -opc)[2..-1]
            set -l length (count $argv)
            test (count $words) -ge $length; and test "$words[1..$length]" = "$argv"
        end
        complete -c firedrill -n __firedrill_at -f -l version -d 'print versions'
        """);
    tree.words()
        .forEach(
            (path, words) -> {
              for (Word word : words) {
                out.append("complete -c firedrill -n '__firedrill_at ").append(path);
                out.append("' -f -a ").append(word.name());
                out.append(" -d ").append(quoted(word.text())).append('\n');
              }
            });
    tree.options()
        .forEach(
            (path, options) -> {
              for (Option option : options) {
                option(path, option, out);
              }
            });
    return out.toString();
  }

  private static void option(String path, Option option, StringBuilder out) {
    out.append("complete -c firedrill -n '__firedrill_in ").append(path).append('\'');
    for (String name : option.names()) {
      if (name.startsWith("--")) {
        out.append(" -l ").append(name.substring(2));
      } else {
        out.append(name.length() == 2 ? " -s " : " -o ").append(name.substring(1));
      }
    }
    if (!option.label().isEmpty()) {
      out.append(" -r");
    }
    if (!option.values().isEmpty()) {
      out.append(" -f -a ").append(quoted(String.join(" ", option.values())));
    }
    out.append(" -d ").append(quoted(option.text())).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
