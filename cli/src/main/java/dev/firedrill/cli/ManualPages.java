package dev.firedrill.cli;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.option.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Manual pages, made of what `--help` prints: one of the program, one of each command, one of each
/// topic. The build puts them into the distribution.
public final class ManualPages {
  private final StringBuilder out = new StringBuilder();

  private ManualPages() {}

  /// Writes all pages.
  ///
  /// @param folder such as `share/man`; pages of commands go into its `man1`, topics into `man7`
  public static void write(Path folder) throws IOException {
    Path commands = Files.createDirectories(folder.resolve("man1"));
    Files.writeString(commands.resolve("firedrill.1"), overview());
    for (String path : Catalog.paths()) {
      Files.writeString(commands.resolve(name(path) + ".1"), command(path));
    }
    Path topics = Files.createDirectories(folder.resolve("man7"));
    for (String topic : HelpTopic.names()) {
      Files.writeString(topics.resolve(name(topic) + ".7"), topic(topic));
    }
  }

  /// {@return the page of the program}
  static String overview() throws IOException {
    ManualPages page = new ManualPages();
    page.title("firedrill", "1", "rehearses Prometheus alerts before they fire");
    page.section("SYNOPSIS");
    page.line(".B firedrill");
    page.text("COMMAND [OPTIONS] [ARGUMENTS]");
    page.section("COMMANDS");
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      page.item(entry.path(), entry.summary());
    }
    page.section("SEE ALSO");
    for (String topic : HelpTopic.names()) {
      page.line(".BR " + escaped(name(topic)) + " (7),");
    }
    page.line(".BR promtool (1)");
    return page.out.toString();
  }

  /// {@return the page of a command}
  static String command(String path) throws IOException {
    Options options = new Options();
    Catalog.open(path, options);
    ManualPages page = new ManualPages();
    page.title(name(path), "1", Catalog.summary(path));
    page.section("SYNOPSIS");
    page.line(".B firedrill " + escaped(path));
    StringBuilder usage = new StringBuilder("[OPTIONS]");
    options.arguments().forEach(argument -> usage.append(' ').append(argument.usage()));
    page.text(usage.toString());
    page.items("ARGUMENTS", options.arguments());
    page.items("OPTIONS", options.options());
    if (!options.examples().isEmpty()) {
      page.section("EXAMPLES");
      for (Options.Example example : options.examples()) {
        page.line(".TP");
        page.text(example.text());
        page.line(".nf");
        page.text(example.commandLine());
        page.line(".fi");
      }
    }
    page.section("EXIT STATUS");
    page.text("0: nothing found; 1: findings, failed tests, differences; 2: could not be done.");
    page.section("SEE ALSO");
    page.line(".BR firedrill (1)");
    return page.out.toString();
  }

  private static String topic(String name) throws IOException {
    List<String> lines = HelpTopic.text(name).lines().toList();
    ManualPages page = new ManualPages();
    page.title(name(name), "7", lines.getFirst());
    page.section("DESCRIPTION");
    page.line(".nf");
    for (String line : lines.subList(1, lines.size())) {
      if (line.isEmpty()) {
        page.line(".sp");
      } else {
        page.text(line);
      }
    }
    page.line(".fi");
    return page.out.toString();
  }

  private static String name(String path) {
    return "firedrill-" + path.replace(' ', '-');
  }

  private void title(String name, String section, String summary) throws IOException {
    String heading = escaped(name).toUpperCase(Locale.ROOT) + " " + section;
    line(".TH " + heading + " \"\" \"Firedrill " + Version.own() + "\"");
    section("NAME");
    text(name + " - " + summary);
  }

  private void items(String title, List<Options.Described> rows) {
    if (!rows.isEmpty()) {
      section(title);
      rows.forEach(row -> item(row.usage(), row.text()));
    }
  }

  private void item(String term, String text) {
    line(".TP");
    line(".B " + escaped(term).replace("\"", "\\(dq"));
    text(text);
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  // A full stop or quote at the start of a line would be a request.
  private void text(String text) {
    String line = escaped(text);
    line(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga");
  }
}
