package dev.firedrill.cli.report;

import dev.firedrill.labels.GoQuote;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was expected beside what was there, a row for each label, annotation and value; rows that
/// differ are marked. Texts too long for columns stand one below the other.
record ComparisonTable(List<Difference> rows, FailureStyle style) implements Report {
  private static final String EXPECTED = "expected";
  private static final String GOT = "got";
  private static final int LEAST = 12;

  @Override
  public void write(Appendable out) throws IOException {
    int names = 0;
    int expected = EXPECTED.length();
    for (Difference row : rows) {
      names = Math.max(names, row.what().length());
      expected = Math.max(expected, text(row.expected()).length());
    }
    int room = Math.max(LEAST, (style.width() - names - "  ! ".length() - 4) / 2);
    expected = Math.min(expected, room);
    out.append(" ".repeat("  ! ".length() + names + 2));
    out.append(style.paint(padded(EXPECTED, expected), FailureStyle.EXPECTED)).append("  ");
    out.append(style.paint(GOT, FailureStyle.GOT)).append('\n');
    for (Difference row : rows) {
      write(row, names, expected, room, out);
    }
  }

  private void write(Difference row, int names, int expected, int room, Appendable out)
      throws IOException {
    String one = text(row.expected());
    String other = text(row.got());
    out.append(row.differs() ? "  ! " : "    ");
    if (one.length() <= expected && other.length() <= room) {
      out.append(padded(row.what(), names)).append("  ");
      out.append(painted(padded(one, expected), row, FailureStyle.EXPECTED)).append("  ");
      out.append(painted(other, row, FailureStyle.GOT)).append('\n');
      return;
    }
    out.append(row.what()).append('\n');
    if (!row.differs()) {
      out.append("        ").append(one).append('\n');
      return;
    }
    out.append("        expected  ").append(painted(one, row, FailureStyle.EXPECTED)).append('\n');
    out.append("        got       ").append(painted(other, row, FailureStyle.GOT)).append('\n');
  }

  private String painted(String text, Difference row, String code) {
    return row.differs() ? style.paint(text, code) : text;
  }

  private String text(@Nullable String value) {
    if (value == null) {
      return "(none)";
    }
    String quoted = GoQuote.quote(value);
    boolean plain = quoted.length() == value.length() + 2 && value.equals(value.strip());
    return style.mask(plain && !value.isEmpty() ? value : quoted);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
