package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.TimelineExcerpt;
import dev.firedrill.rules.test.TimelineExcerpt.Cell;
import dev.firedrill.rules.test.TimelineExcerpt.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an alert was around the time of a failure: a column for each evaluation, the one in
/// question between `>` and `<`, and for each instance its state and the value of the expression.
record TimelineText(TimelineExcerpt timeline, FailureStyle style) implements Report {
  private static final String INDENT = "    ";
  private static final int TITLES = "value".length() + 2;

  @Override
  public void write(Appendable out) throws IOException {
    List<Column> columns = columns();
    out.append(INDENT).append(" ".repeat(TITLES));
    for (int i = 0; i < columns.size(); i++) {
      append(columns.get(i).time(), columns.get(i), i + 1 == columns.size(), "", out);
    }
    out.append('\n');
    for (Row row : timeline.rows()) {
      out.append(INDENT).append(shortened(style.mask(Observation.braces(row.labels()))));
      out.append('\n').append(INDENT).append("state  ");
      cells(row, columns, true, out);
      out.append('\n').append(INDENT).append("value  ");
      cells(row, columns, false, out);
      out.append('\n');
    }
    if (timeline.left() > 0) {
      out.append(INDENT).append("and ").append(String.valueOf(timeline.left())).append(" more\n");
    }
  }

  private record Column(String time, int width) {}

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < timeline.times().size(); i++) {
      Duration time = timeline.times().get(i);
      String text = PrometheusDuration.format(time.toMillis());
      String title = i == timeline.marked() ? ">" + text + "<" : text;
      int width = title.length();
      for (Row row : timeline.rows()) {
        Cell cell = row.cells().get(i);
        width = Math.max(width, Math.max(cell.word().length(), value(cell).length()));
      }
      columns.add(new Column(title, width));
    }
    return columns;
  }

  private void cells(Row row, List<Column> columns, boolean states, Appendable out)
      throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cells().get(i);
      String text = states ? cell.word() : value(cell);
      append(text, columns.get(i), i + 1 == columns.size(), states ? colour(cell) : "", out);
    }
  }

  private void append(String text, Column column, boolean last, String colour, Appendable out)
      throws IOException {
    out.append(colour.isEmpty() ? text : style.paint(text, colour));
    if (!last) {
      out.append(" ".repeat(column.width() - text.length() + 2));
    }
  }

  private static String colour(Cell cell) {
    Phase phase = cell.phase();
    return switch (phase) {
      case null -> FailureStyle.FAINT;
      case PENDING -> FailureStyle.PENDING;
      case FIRING -> FailureStyle.GOT;
    };
  }

  private static String value(Cell cell) {
    @Nullable Double value = cell.value();
    return value == null ? "-" : GoFloat.json(value);
  }

  private String shortened(String labels) {
    int room = Math.max(40, style.width() - INDENT.length());
    return labels.length() > room ? labels.substring(0, room - 1) + "…" : labels;
  }
}
