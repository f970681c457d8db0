package dev.firedrill.series.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the lines that describe metrics, and refuses of them what Prometheus's parsers refuse:
/// unknown types, units that are not the end of the name, texts that are not UTF-8. In which order
/// and how often they come is all the same to it.
final class Metadata {
  private static final String EOF = "# EOF";
  private static final List<String> OPEN_METRICS_TYPES =
      List.of(
          "counter",
          "gauge",
          "histogram",
          "gaugehistogram",
          "summary",
          "info",
          "stateset",
          "unknown");
  private static final List<String> CLASSIC_TYPES =
      List.of("counter", "gauge", "histogram", "summary", "untyped");

  private final boolean strict;
  private final Map<String, String> types = new HashMap<>();
  private byte[] bytes = {};
  private int start;
  private int end;
  private int at;

  Metadata(TextFormat format) {
    strict = format == TextFormat.OPENMETRICS;
  }

  /// {@return whether a family was said to be of a type}
  boolean isOfType(String family, String type) {
    return type.equals(types.get(family));
  }

  /// Reads a line that starts with `#`.
  ///
  /// @return whether it ends the text
  boolean read(byte[] line, int lineStart, int lineEnd) throws MalformedLine {
    bytes = line;
    start = lineStart;
    end = lineEnd;
    at = lineStart + 1;
    if (strict && isEof()) {
      return true;
    }
    blanks();
    @Nullable String keyword = keyword();
    if (keyword == null && strict) {
      throw new MalformedLine("expected # HELP, # TYPE, # UNIT or # EOF", 0);
    }
    if (keyword != null) {
      describe(keyword);
    }
    return false;
  }

  private boolean isEof() {
    byte[] eof = EOF.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(bytes, start, end, eof, 0, eof.length);
  }

  // Between a keyword and what it describes is a blank, or it is a remark.
  private @Nullable String keyword() {
    if (at == start + 1) {
      return null;
    }
    for (String each : strict ? List.of("HELP", "TYPE", "UNIT") : List.of("HELP", "TYPE")) {
      int after = at + each.length();
      if (after < end
          && isBlank(after)
          && each.equals(new String(bytes, at, each.length(), StandardCharsets.ISO_8859_1))) {
        at = after;
        return each;
      }
    }
    return null;
  }

  private void describe(String keyword) throws MalformedLine {
    blanks();
    String name = name(keyword);
    boolean text = at < end && isBlank(at);
    if (strict && !text) {
      throw new MalformedLine("expected a blank and a text in # " + keyword, at - start);
    }
    // Whatever stands between the name and the text, one character does.
    at = Math.min(end, at + 1);
    switch (keyword) {
      case "TYPE" -> types.put(name, type());
      case "UNIT" -> checkUnit(name);
      default -> checkHelp();
    }
  }

  private String name(String keyword) throws MalformedLine {
    int from = at;
    SeriesText text = new SeriesText(bytes, start, end, strict);
    String name = text.metricName(at);
    at = text.at();
    if (name.isEmpty()) {
      throw new MalformedLine("expected the name of a metric after # " + keyword, from - start);
    }
    return name;
  }

  private String type() throws MalformedLine {
    String type = rest();
    List<String> known = strict ? OPEN_METRICS_TYPES : CLASSIC_TYPES;
    if (!known.contains(type)) {
      throw new MalformedLine(
          "invalid metric type '" + type + "': expected " + String.join(", ", known), at - start);
    }
    return type;
  }

  private void checkUnit(String name) throws MalformedLine {
    String unit = rest();
    if (!unit.isEmpty() && !name.endsWith("_" + unit)) {
      throw new MalformedLine(
          "the unit '" + unit + "' is not what the name ends in: expected " + name + "_" + unit,
          at - start);
    }
  }

  private void checkHelp() throws MalformedLine {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at));
    } catch (CharacterCodingException e) {
      throw new MalformedLine("invalid UTF-8 in # HELP", at - start);
    }
  }

  private String rest() {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  private boolean isBlank(int place) {
    return bytes[place] == ' ' || (!strict && bytes[place] == '\t');
  }

  // OpenMetrics has one, where there is any.
  private void blanks() {
    int most = strict ? at + 1 : end;
    while (at < Math.min(end, most) && isBlank(at)) {
      at++;
    }
  }
}
