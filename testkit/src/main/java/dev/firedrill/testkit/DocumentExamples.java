package dev.firedrill.testkit;

import java.util.ArrayList;
import java.util.List;

/// The examples of a Markdown page, run.
///
/// A fence that opens with ` ```console ` holds commands (`$ firedrill ...`), each followed by what
/// it prints: standard output, then standard error. `$ echo $?` shows the last exit status. A fence
/// such as ` ```yaml title=rules.yml ` is an input file for the commands below it. Folders of
/// `testdata/` that the page speaks of are there too, as copies. A fence whose content has fences
/// opens and closes with more backticks.
final class DocumentExamples {
  private static final String FENCE = "```";

  private final Workbench bench;
  private final StringBuilder page = new StringBuilder();
  private int status;

  private DocumentExamples(Workbench bench) {
    this.bench = bench;
  }

  /// {@return the page with what its commands really print}
  static String replay(String text, Program program) {
    try (Workbench bench = Workbench.open(program)) {
      if (text.contains("testdata/")) {
        bench.copyFromRepository("testdata");
      }
      DocumentExamples examples = new DocumentExamples(bench);
      examples.replay(text.lines().toList());
      return examples.page.toString();
    }
  }

  private void replay(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      page.append(line).append('\n');
      if (line.startsWith(FENCE)) {
        String fence = ticks(line);
        int end = lines.subList(i + 1, lines.size()).indexOf(fence) + i + 1;
        if (end <= i) {
          throw new IllegalArgumentException("unclosed fence at line " + (i + 1));
        }
        replayFence(line.substring(fence.length()), lines.subList(i + 1, end));
        page.append(fence).append('\n');
        i = end;
      }
    }
  }

  private static String ticks(String line) {
    int count = FENCE.length();
    while (line.startsWith("`", count)) {
      count++;
    }
    return line.substring(0, count);
  }

  private void replayFence(String opening, List<String> body) {
    if (opening.equals("console")) {
      for (String command : commands(body)) {
        page.append("$ ").append(command).append('\n').append(run(command));
      }
      return;
    }
    String text = body.isEmpty() ? "" : String.join("\n", body) + "\n";
    int title = opening.indexOf(" title=");
    if (title > 0) {
      bench.put(opening.substring(title + " title=".length()).strip(), text);
    }
    page.append(text);
  }

  private static List<String> commands(List<String> body) {
    List<String> commands = new ArrayList<>();
    for (String line : body) {
      if (line.startsWith("$ ")) {
        commands.add(line.substring(2));
      }
    }
    return commands;
  }

  private String run(String command) {
    if (command.equals("echo $?")) {
      return status + "\n";
    }
    Workbench.Outcome outcome = bench.run(command);
    status = outcome.status();
    String printed = outcome.out() + outcome.err();
    return printed.isEmpty() || printed.endsWith("\n") ? printed : printed + "\n";
  }
}
