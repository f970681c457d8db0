package dev.firedrill.incident;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads incidents from comma-separated values. The first line names the columns: `at`, or `start`
/// and perhaps `end`, and `name`; all others are labels. A cell may be in double quotes, doubled
/// inside it; an empty one is none.
final class IncidentTable {
  private final SourceFile file;
  private final List<Incident> incidents = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  IncidentTable(SourceFile file) {
    this.file = file;
  }

  /// A cell and its place.
  private record Cell(String text, Span span) {}

  Loaded<List<Incident>> read() {
    List<String> header = List.of();
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.line(line).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      List<Cell> cells = cells(line);
      if (cells.isEmpty()) {
        continue;
      }
      if (header.isEmpty()) {
        header = cells.stream().map(Cell::text).toList();
        if (!header.contains("at") && !header.contains("start")) {
          reject(cells.getFirst(), "the first line has to name a column at or start");
          break;
        }
      } else if (cells.size() > header.size()) {
        reject(cells.get(header.size()), "there are more cells than the first line names columns");
      } else {
        row(header, cells, line);
      }
    }
    return new Loaded<>(incidents, diagnostics);
  }

  private void row(List<String> header, List<Cell> cells, int line) {
    Map<String, Cell> byName = new HashMap<>();
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (!cell.text().isEmpty()) {
        switch (header.get(i)) {
          case "at", "start", "end", "name" -> byName.put(header.get(i), cell);
          default -> labels.set(header.get(i), cell.text());
        }
      }
    }
    Cell at = byName.get("at");
    Cell start = at == null ? byName.get("start") : at;
    Cell end = byName.get("end");
    if (start == null || (at != null && (byName.containsKey("start") || end != null))) {
      reject(cells.getFirst(), start == null ? IncidentReader.NO_TIME : IncidentReader.TWO_TIMES);
      return;
    }
    OptionalLong from = time(start);
    OptionalLong to = end == null ? from : time(end);
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (end != null && to.getAsLong() < from.getAsLong()) {
      reject(end, IncidentReader.ENDS_EARLY);
      return;
    }
    Cell name = byName.get("name");
    int first = file.lineStart(line);
    Location place = new Location(file, new Span(first, first + file.line(line).length()));
    incidents.add(
        new Incident(
            name == null ? "" : name.text(),
            from.getAsLong(),
            to.getAsLong(),
            labels.build(),
            place));
  }

  private OptionalLong time(Cell cell) {
    OptionalLong time = IncidentReader.millis(cell.text());
    if (time.isEmpty()) {
      diagnostics.add(IncidentReader.notATime(SourceText.of(file, cell.span())));
    }
    return time;
  }

  /// {@return the cells of a line; none where it cannot be told where one ends}
  private List<Cell> cells(int line) {
    String text = file.line(line);
    int base = file.lineStart(line);
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      boolean quoted = from < text.length() && text.charAt(from) == '"';
      int end = quoted ? quotedEnd(text, from + 1) : text.indexOf(',', from);
      if (quoted && end < 0) {
        Span rest = new Span(base + from, base + text.length());
        reject(new Cell("", rest), "the quote is not closed on this line");
        return List.of();
      }
      end = end < 0 ? text.length() : end;
      String raw = text.substring(quoted ? from + 1 : from, end);
      String value = quoted ? raw.replace("\"\"", "\"") : raw.strip();
      cells.add(new Cell(value, new Span(base + from, base + end)));
      int comma = text.indexOf(',', end);
      int next = comma < 0 ? text.length() : comma;
      if (quoted && !text.substring(end + 1, next).isBlank()) {
        Span rest = new Span(base + end + 1, base + next);
        reject(new Cell("", rest), "a quoted cell ends with its quote: double a quote inside it");
        return List.of();
      }
      from = next + 1;
    }
    return cells;
  }

  private static int quotedEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          return at;
        }
        at++;
      }
      at++;
    }
    return -1;
  }

  private void reject(Cell cell, String message) {
    diagnostics.add(
        Diagnostic.error(IncidentReader.CHECK, message, new Location(file, cell.span())));
  }
}
