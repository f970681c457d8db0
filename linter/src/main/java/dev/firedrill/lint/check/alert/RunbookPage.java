package dev.firedrill.lint.check.alert;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A runbook as a Markdown page of the repository.
final class RunbookPage {
  private static final List<String> ENDINGS = List.of("", ".md", "/README.md", "/index.md");
  private static final String FENCE = "```";

  private RunbookPage() {}

  /// {@return what is wrong with a page, one message each}
  ///
  /// @param address the URL after the part that stands for the folders
  /// @param folders where the page may lie
  /// @param sections headings that it must have
  static List<String> problems(String address, List<Path> folders, List<String> sections) {
    String name = address.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    Path page = find(name, folders).orElse(null);
    if (page == null) {
      return List.of("there is no page `" + name + "`");
    }
    try {
      return problems(page, Files.readAllLines(page), sections);
    } catch (IOException e) {
      return List.of("the page " + page.getFileName() + " cannot be read");
    }
  }

  private static Optional<Path> find(String name, List<Path> folders) {
    String relative = name.startsWith("/") ? name.substring(1) : name;
    for (Path folder : folders) {
      for (String ending : ENDINGS) {
        try {
          Path file = folder.resolve(relative + ending).normalize();
          if (file.startsWith(folder) && Files.isRegularFile(file)) {
            return Optional.of(file);
          }
        } catch (InvalidPathException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> problems(Path page, List<String> lines, List<String> sections) {
    List<String> problems = new ArrayList<>();
    for (String section : sections) {
      if (lines.stream().noneMatch(line -> isHeading(line, section))) {
        problems.add("the page " + page.getFileName() + " has no section `" + section + "`");
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE + "promql")) {
        int first = i + 1;
        StringBuilder expr = new StringBuilder();
        for (i = first; i < lines.size() && !lines.get(i).strip().equals(FENCE); i++) {
          expr.append(lines.get(i)).append('\n');
        }
        String error = error(expr.toString());
        if (!error.isEmpty()) {
          problems.add(
              "the PromQL at line " + (first + 1) + " of " + page.getFileName() + ": " + error);
        }
      }
    }
    return problems;
  }

  private static boolean isHeading(String line, String section) {
    return line.startsWith("#")
        && line.replaceFirst("^#+", "").strip().equalsIgnoreCase(section.strip());
  }

  // Several queries may stand in one block, with a blank line between them.
  private static String error(String block) {
    String whole = rejection(block);
    if (whole.isEmpty() || !block.strip().contains("\n\n")) {
      return whole;
    }
    for (String expr : block.strip().split("\n\\s*\n", -1)) {
      String error = rejection(expr);
      if (!error.isEmpty()) {
        return error;
      }
    }
    return "";
  }

  private static String rejection(String expr) {
    return Promql.parse(expr, ParseOptions.ALL) instanceof ParseResult.Rejected rejected
        ? rejected.first().message()
        : "";
  }
}
