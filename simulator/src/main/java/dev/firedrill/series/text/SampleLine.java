package dev.firedrill.series.text;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.TimeRange;
import java.nio.charset.StandardCharsets;

/// Reads a line with a sample: first the part that names the series, then value and time.
final class SampleLine {
  private final TextFormat format;
  private final PlainNumber plain = new PlainNumber();
  private byte[] bytes = {};
  private int start;
  private int end;
  private int at;
  private double value;
  private long time;
  private boolean timed;

  SampleLine(TextFormat format) {
    this.format = format;
  }

  /// Starts with a line.
  void reset(byte[] lineBytes, int lineStart, int lineEnd) {
    bytes = lineBytes;
    start = lineStart;
    end = lineEnd;
    at = lineStart;
  }

  /// Skips the part that names the series, without looking into it.
  ///
  /// @return where it ends in the bytes of the line
  int seriesEnd() throws MalformedLine {
    int place = start;
    while (place < end && bytes[place] != '{' && bytes[place] != ' ' && bytes[place] != '\t') {
      place++;
    }
    int brace = place;
    while (format == TextFormat.PROMETHEUS && brace < end && isBlank(bytes[brace])) {
      brace++;
    }
    if (brace < end && bytes[brace] == '{') {
      place = closingBrace(brace) + 1;
    }
    at = place;
    return place;
  }

  private int closingBrace(int from) throws MalformedLine {
    boolean quoted = false;
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (quoted && b == '\\') {
        i++;
      } else if (b == '"') {
        quoted = !quoted;
      } else if (b == '}' && !quoted) {
        return i;
      }
    }
    throw quoted
        ? new MalformedLine("a label value is not closed", end - start)
        : new MalformedLine("the brace is not closed", from - start);
  }

  /// {@return the labels of the series}
  Labels labels() throws MalformedLine {
    return new SeriesText(bytes, start, at, format == TextFormat.OPENMETRICS).read();
  }

  /// Reads what follows the series.
  void readSample() throws MalformedLine {
    separator("a value");
    value = number("a value");
    timed = false;
    if (at < end && !atExemplar()) {
      separator("a time");
      if (at < end && !atExemplar()) {
        time = readTime();
        timed = true;
      }
    }
    finish();
  }

  private boolean atExemplar() {
    return format == TextFormat.OPENMETRICS
        && (startsWith(" # ") || (at > start && bytes[at] == '#' && bytes[at - 1] == ' '));
  }

  private boolean startsWith(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= end || bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void finish() throws MalformedLine {
    if (format == TextFormat.PROMETHEUS) {
      skipBlanks();
    } else if (atExemplar()) {
      exemplar();
    }
    if (at < end) {
      throw new MalformedLine("expected the end of the line", at - start);
    }
  }

  // Prometheus keeps it apart from the sample, so it is only looked at.
  private void exemplar() throws MalformedLine {
    at += bytes[at] == ' ' ? " # ".length() : "#".length();
    at += at < end && bytes[at] == ' ' ? 1 : 0;
    if (at >= end || bytes[at] != '{') {
      throw new MalformedLine("expected the labels of an exemplar", at - start);
    }
    int closed = closingBrace(at) + 1;
    new SeriesText(bytes, start, closed, true).readExemplar(at);
    at = closed;
    separator("the value of an exemplar");
    number("the value of an exemplar");
    if (at < end) {
      separator("a time");
      readTime();
    }
  }

  private void separator(String wanted) throws MalformedLine {
    int before = at;
    if (format == TextFormat.OPENMETRICS) {
      at += at < end && bytes[at] == ' ' ? 1 : 0;
    } else {
      skipBlanks();
    }
    if (at == before) {
      throw new MalformedLine("expected a blank and " + wanted, at - start);
    }
  }

  private void skipBlanks() {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  // Returns where the token starts; it ends where the next one may.
  private int token(String wanted) throws MalformedLine {
    int from = at;
    while (at < end && !isBlank(bytes[at])) {
      at++;
    }
    if (from == at) {
      throw new MalformedLine("expected " + wanted, from - start);
    }
    return from;
  }

  private String text(int from) {
    return new String(bytes, from, at - from, StandardCharsets.UTF_8);
  }

  private double number(String wanted) throws MalformedLine {
    int from = token(wanted);
    return plain.read(bytes, from, at) ? plain.value() : number(text(from), from);
  }

  private double number(String text, int place) throws MalformedLine {
    try {
      boolean foreign = text.indexOf('_') >= 0 || text.indexOf('p') >= 0 || text.indexOf('P') >= 0;
      double read = foreign ? Double.NaN : GoNumber.parseFloat(text);
      if (!foreign) {
        // Whatever bits a NaN came with, it is stored as the ordinary one.
        return Double.isNaN(read) ? StaleNaN.NORMAL_NAN : read;
      }
    } catch (GoFormatException e) {
      throw new MalformedLine(String.valueOf(e.getMessage()), place - start);
    }
    throw new MalformedLine("expected a number, found " + text, place - start);
  }

  private long readTime() throws MalformedLine {
    int place = at;
    if (format == TextFormat.PROMETHEUS) {
      token("a time");
      return wholeMillis(text(place), place);
    }
    double seconds = number("a time");
    if (!Double.isFinite(seconds)) {
      throw new MalformedLine("expected a time in seconds, found " + text(place), place - start);
    }
    double millis = seconds * 1000;
    return possible((long) millis, place);
  }

  private long wholeMillis(String text, int place) throws MalformedLine {
    try {
      // Prometheus takes no sign here.
      if (Character.isDigit(text.charAt(0))) {
        return possible(Long.parseLong(text), place);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new MalformedLine("expected a time in milliseconds, found " + text, place - start);
  }

  private long possible(long millis, int place) throws MalformedLine {
    if (!TimeRange.holds(millis)) {
      throw new MalformedLine("the time is out of range", place - start);
    }
    return millis;
  }

  /// {@return where the line starts in its bytes}
  int start() {
    return start;
  }

  /// {@return how many bytes it has}
  int length() {
    return end - start;
  }

  double value() {
    return value;
  }

  /// {@return epoch milliseconds; meaningless where the line has no time}
  long time() {
    return time;
  }

  boolean timed() {
    return timed;
  }
}
