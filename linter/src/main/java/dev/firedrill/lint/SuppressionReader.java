package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads comments that silence findings: `# firedrill: ignore=CHECK[,CHECK] [until=DATE] reason`,
/// the same with `ignore-file`, and those of pint.
final class SuppressionReader {
  private static final String OWN = "firedrill:";
  private static final String PINT = "pint ";

  private final SourceFile file;
  private final List<Suppression> found = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private SuppressionReader(SourceFile file) {
    this.file = file;
  }

  /// {@return the comments of a file, and what is wrong with them}
  static Loaded<List<Suppression>> read(SourceFile file) {
    SuppressionReader reader = new SuppressionReader(file);
    boolean any = file.text().contains(OWN) || file.text().contains(PINT);
    for (int line = 1; any && line <= file.lineCount(); line++) {
      reader.readLine(line, file.line(line));
    }
    return new Loaded<>(reader.found, reader.problems);
  }

  private void readLine(int line, String text) {
    for (int hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
      String comment = text.substring(hash + 1).strip();
      boolean alone = text.substring(0, hash).isBlank();
      int start = file.lineStart(line);
      Location place =
          new Location(file, new Span(start + hash, start + text.stripTrailing().length()));
      if (comment.startsWith(OWN)) {
        own(comment.substring(OWN.length()).strip(), alone, place);
        return;
      }
      if (comment.startsWith(PINT)) {
        pint(comment.substring(PINT.length()).strip(), place);
        return;
      }
    }
  }

  private void own(String directive, boolean alone, Location place) {
    String[] words = directive.split("\\s+", -1);
    boolean whole = words[0].startsWith("ignore-file=");
    if (!whole && !words[0].startsWith("ignore=")) {
      problems.add(
          Diagnostic.of(
                  Suppressions.UNUSED, Severity.WARNING, "this comment is not understood", place)
              .withHelp("write `# firedrill: ignore=CHECK reason`"));
      return;
    }
    Set<String> checks = new LinkedHashSet<>();
    for (String check : words[0].substring(words[0].indexOf('=') + 1).split(",", -1)) {
      if (!check.isEmpty()) {
        checks.add(check);
      }
    }
    LocalDate until = null;
    if (words.length > 1 && words[1].startsWith("until=")) {
      until = date(words[1].substring("until=".length()), place);
    }
    Suppression.Reach reach = alone ? Suppression.Reach.NEXT : Suppression.Reach.LINE;
    found.add(new Suppression(checks, whole ? Suppression.Reach.FILE : reach, until, false, place));
  }

  private @Nullable LocalDate date(String text, Location place) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      problems.add(
          Diagnostic.of(Suppressions.UNUSED, Severity.WARNING, "`" + text + "` is no date", place)
              .withHelp("write it as 2026-12-31"));
      return null;
    }
  }

  private void pint(String directive, Location place) {
    String[] words = directive.split("\\s+", -1);
    switch (words[0]) {
      case "ignore/file" -> add(Set.of("*"), Suppression.Reach.FILE, null, place);
      case "ignore/line" -> add(Set.of("*"), Suppression.Reach.LINE, null, place);
      case "ignore/next-line" -> add(Set.of("*"), Suppression.Reach.NEXT_LINE, null, place);
      case "ignore/begin" -> add(Set.of("*"), Suppression.Reach.BEGIN, null, place);
      case "ignore/end" -> add(Set.of(), Suppression.Reach.END, null, place);
      case "disable", "file/disable" -> {
        if (words.length > 1) {
          add(PintChecks.of(words[1]), pintReach(words[0]), null, place);
        }
      }
      case "snooze", "file/snooze" -> {
        if (words.length > 2) {
          String day = words[1].length() > 10 ? words[1].substring(0, 10) : words[1];
          add(PintChecks.of(words[2]), pintReach(words[0]), date(day, place), place);
        }
      }
      default -> {
        // Says something that does not concern findings, such as who owns the rule.
      }
    }
  }

  private static Suppression.Reach pintReach(String word) {
    return word.startsWith("file/") ? Suppression.Reach.FILE : Suppression.Reach.RULE;
  }

  private void add(
      Set<String> checks, Suppression.Reach reach, @Nullable LocalDate until, Location place) {
    found.add(new Suppression(checks, reach, until, true, place));
  }
}
