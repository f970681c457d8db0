package dev.firedrill.testkit;

import java.util.ArrayList;
import java.util.List;

/// A story of command lines in one text file: what it shows, the input files, the commands with
/// everything they print, and files as they are afterwards.
///
/// ```
/// Words about what this shows.
/// === copy testdata/training-scheduler
/// === file rules.yml
/// groups: []
/// === $ firedrill rules check rules.yml
/// (standard output)
/// === stderr
/// (standard error; left out when empty)
/// === exit 1
/// === then rules.yml
/// (the file after the commands so far)
/// ```
///
/// `exit` is left out when 0; `unended` follows a text without a line break at its end. The
/// temporary folder's own path is shown as `DIR`.
final class Scenario {
  private static final String MARK = "=== ";

  private final Workbench bench;
  private final StringBuilder replayed = new StringBuilder();

  private Scenario(Workbench bench) {
    this.bench = bench;
  }

  /// {@return the same story with what the commands really do}
  static String replay(String text, Program program) {
    try (Workbench bench = Workbench.open(program)) {
      Scenario scenario = new Scenario(bench);
      for (Section section : Section.split(text)) {
        scenario.replay(section);
      }
      return scenario.replayed.toString();
    }
  }

  private void replay(Section section) {
    String title = section.title();
    int space = title.indexOf(' ');
    String kind = space < 0 ? title : title.substring(0, space);
    String rest = title.substring(space + 1);
    switch (kind) {
      case "" -> replayed.append(section.body());
      case "copy" -> {
        bench.copyFromRepository(rest);
        keep(title, section.body());
      }
      case "file" -> {
        bench.put(rest, section.body());
        keep(title, section.body());
      }
      case "$" -> run(rest);
      case "then" -> keep(title, bench.read(rest));
      case "stderr", "exit", "unended" -> {} // written again by what comes before it
      default -> throw new IllegalArgumentException("unknown section: " + MARK + title);
    }
  }

  private void run(String command) {
    Workbench.Outcome outcome = bench.run(command);
    keep("$ " + command, outcome.out());
    if (!outcome.err().isEmpty()) {
      keep("stderr", outcome.err());
    }
    if (outcome.status() != 0) {
      keep("exit " + outcome.status(), "");
    }
  }

  private void keep(String title, String body) {
    replayed.append(MARK).append(title).append('\n').append(body);
    if (!body.isEmpty() && !body.endsWith("\n")) {
      replayed.append("\n=== unended\n");
    }
  }

  private record Section(String title, String body) {
    static List<Section> split(String text) {
      List<Section> sections = new ArrayList<>();
      String title = "";
      int start = 0;
      for (int line = 0; line < text.length(); line = nextLine(text, line)) {
        if (text.startsWith(MARK, line)) {
          sections.add(new Section(title, text.substring(start, line)));
          start = nextLine(text, line);
          title = text.substring(line + MARK.length(), start).strip();
        }
      }
      sections.add(new Section(title, text.substring(start)));
      return sections;
    }

    private static int nextLine(String text, int line) {
      int end = text.indexOf('\n', line);
      return end < 0 ? text.length() : end + 1;
    }
  }
}
