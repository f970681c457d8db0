package dev.firedrill.testkit;

import java.util.ArrayList;
import java.util.List;

/// The examples of a Markdown page, run.
///
/// A fence that opens with ` ```console ` holds commands (`$ firedrill ...`), each followed by what
/// it prints: standard output, then standard error. A line `...` stands for lines that are left
/// out.
/// `$ echo $?` shows the last exit status, `$ cat FILE` a file, and `$ git ...` is run, too: a page
/// about revisions makes a repository first. A fence ` ```sh ` holds forms of commands, of which
/// those of the program are run: none may end with 2. A fence such as ` ```yaml title=rules.yml `
/// is
/// an input file for the commands below it. Folders of `testdata/` that the page speaks of are
/// there
/// too, as copies. A fence whose content has fences opens and closes with more backticks.
final class DocumentExamples {
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";
  private static final int USAGE = 2;

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

  /// {@return what opens those fences of a page that hold neither commands nor files}
  static List<String> notRun(String text) {
    List<String> openings = new ArrayList<>();
    String inside = "";
    for (String line : text.lines().toList()) {
      if (!inside.isEmpty()) {
        inside = line.equals(inside) ? "" : inside;
      } else if (line.startsWith(FENCE)) {
        inside = ticks(line);
        String opening = line.substring(inside.length());
        if (!opening.equals("console") && !opening.equals("sh") && !opening.contains(" title=")) {
          openings.add(opening);
        }
      }
    }
    return openings;
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
      replayCommands(body);
      return;
    }
    if (opening.equals("sh")) {
      body.forEach(this::tryForm);
    }
    String text = body.isEmpty() ? "" : String.join("\n", body) + "\n";
    int title = opening.indexOf(" title=");
    if (title > 0) {
      bench.put(opening.substring(title + " title=".length()).strip(), text);
    }
    page.append(text);
  }

  private void replayCommands(List<String> body) {
    int i = 0;
    while (i < body.size()) {
      String line = body.get(i++);
      if (line.startsWith(PROMPT)) {
        int shown = i;
        while (i < body.size() && !body.get(i).startsWith(PROMPT)) {
          i++;
        }
        String printed = run(line.substring(PROMPT.length()));
        page.append(line).append('\n').append(ShownOutput.of(body.subList(shown, i), printed));
      }
    }
  }

  private void tryForm(String line) {
    int comment = line.indexOf("  #");
    String form = (comment < 0 ? line : line.substring(0, comment)).strip();
    if (form.startsWith("firedrill ") || form.startsWith("./firedrill ")) {
      String printed = run(form);
      if (status == USAGE) {
        throw new IllegalArgumentException(form + " ended with " + status + ":\n" + printed);
      }
    }
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
