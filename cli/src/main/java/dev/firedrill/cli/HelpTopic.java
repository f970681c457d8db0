package dev.firedrill.cli;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import java.util.List;

/// Help on what all commands share.
final class HelpTopic {
  private HelpTopic() {}

  static List<String> names() {
    return List.of("exit-status", "paths", "output", "fixes", "features");
  }

  static String text(String name) {
    return switch (name) {
      case "exit-status" ->
          """
          Exit status

            0  nothing found at or above --fail-on (default: error)
            1  findings, failed tests, differences; a file that does not parse is a finding
            2  the command could not do its work: usage, a missing or unreadable file

          --fail-on error|warning|info|never says which findings count.
          """;
      case "paths" ->
          """
          Paths

            FILE     read as it is, whatever its name
            FOLDER   searched for *.yml, *.yaml and *.rules; what .gitignore names is left out
            GLOB     * and ? within a name, ** across folders; quote it, or your shell expands it
            -        standard input

          A path that does not exist, and a glob that matches nothing, end the command with 2.
          Without paths: those of the settings file, else the current folder.
          """;
      case "output" ->
          """
          Output

            --format F        print in this format: text, json, and what the command offers
            --format F=FILE   write this format into a file; may be given several times
            --output FILE     write the format into a file; the text still goes to the terminal
            --color WHEN      auto, always or never; NO_COLOR in the environment means never
            -q, --quiet       findings and failures only, no summary

          Results go to standard output, messages about the run itself to standard error.
          """;
      case "fixes" ->
          """
          Fixes

            rules lint --fix             mend what has a line `fix:`, in place; report the rest
            rules lint --fix --dry-run   write nothing, print a diff
            rules lint --add-ignores     silence what is found now by comments; --reason TEXT
            rules format                 pretty-print all expressions; --check only says which

          Comments, quotes and layout stay. A file is read again before it is written: nothing else
          may have changed. Of standard input (-), the new text goes to standard output and the
          report to standard error.
          """;
      case "features" ->
          """
          Experimental features of PromQL, as Prometheus names them (--enable-feature A,B):

            promql-experimental-functions      functions and aggregations marked experimental
            promql-extended-range-selectors    anchored, smoothed
            promql-binop-fill-modifiers        fill, fill_left, fill_right
            promql-delayed-name-removal        the metric name is dropped at the end of a query
            promql-duration-expr               always on
            use-start-timestamps, type-and-unit-labels
            all                                all of them
          """;
      default -> throw unknown(name);
    };
  }

  private static UsageException unknown(String name) {
    String hint =
        Spelling.nearest(name, names())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("topics are " + String.join(", ", names()));
    return new UsageException("no help on '" + name + "': " + hint);
  }
}
