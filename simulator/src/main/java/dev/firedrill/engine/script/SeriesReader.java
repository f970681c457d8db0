package dev.firedrill.engine.script;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.series.SeriesDescription;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the series of a `load` command, each with the start timestamps that a line before gives.
final class SeriesReader {
  private static final Pattern STARTS = Pattern.compile("(.*[^\\s@]|)@st(?:\\s+(.*))?");
  private static final String DURATION = "([-+]?(?:0|(?:[0-9]+[a-z]+)+))";
  private static final Pattern ITEM =
      Pattern.compile(DURATION + "(?:([+-])" + DURATION + ")?(?:x([0-9]+))?");

  private static final int MAX_STARTS = 10_000_000;

  private final ScriptLines lines;

  SeriesReader(ScriptLines lines) {
    this.lines = lines;
  }

  List<LoadedSeries> read() throws ScriptSyntaxException {
    Map<Labels, List<OptionalLong>> starts = new LinkedHashMap<>();
    Map<Labels, LoadedSeries> series = new LinkedHashMap<>();
    while (lines.more()) {
      String line = lines.take();
      Matcher matcher = STARTS.matcher(line);
      if (matcher.matches()) {
        String offsets = matcher.group(2) == null ? "" : matcher.group(2);
        starts.put(metric(matcher.group(1)), offsets(offsets));
      } else {
        SeriesDescription read = series(lines, line);
        series.put(
            read.labels(), new LoadedSeries(read, starts.getOrDefault(read.labels(), List.of())));
      }
    }
    return List.copyOf(series.values());
  }

  /// {@return the series that a line writes out}
  static SeriesDescription series(ScriptLines lines, String line) throws ScriptSyntaxException {
    return switch (SeriesNotation.parse(line)) {
      case SeriesResult.Parsed parsed -> parsed.series();
      case SeriesResult.Rejected rejected -> throw lines.wrong(rejected.error(), line);
    };
  }

  private Labels metric(String text) throws ScriptSyntaxException {
    return switch (SeriesNotation.parseMetric(text)) {
      case SeriesResult.Parsed parsed -> parsed.series().labels();
      case SeriesResult.Rejected rejected -> throw lines.wrong(rejected.error(), text);
    };
  }

  private List<OptionalLong> offsets(String text) throws ScriptSyntaxException {
    List<OptionalLong> offsets = new ArrayList<>();
    for (String item : text.strip().split("\\s+", -1)) {
      if (!item.isEmpty()) {
        add(item, offsets);
      }
    }
    return offsets;
  }

  private void add(String item, List<OptionalLong> offsets) throws ScriptSyntaxException {
    if (item.matches("_(x[0-9]+)?")) {
      int count = item.length() == 1 ? 1 : count(item.substring(2));
      offsets.addAll(Collections.nCopies(count, OptionalLong.empty()));
      return;
    }
    Matcher matcher = ITEM.matcher(item);
    if (!matcher.matches()) {
      throw lines.wrong(
          "'" + item + "' is no start timestamp, expected such as -30s, -30s-1mx5 or _");
    }
    long offset = millis(matcher.group(1));
    long difference = matcher.group(3) == null ? 0 : millis(matcher.group(3));
    long increment = "-".equals(matcher.group(2)) ? -difference : difference;
    int more = matcher.group(4) == null ? 0 : count(matcher.group(4));
    for (int i = 0; i <= more; i++) {
      offsets.add(OptionalLong.of(offset + i * increment));
    }
  }

  private int count(String digits) throws ScriptSyntaxException {
    int count = digits.length() < 9 ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    if (count > MAX_STARTS) {
      throw lines.wrong("more than 10 million start timestamps");
    }
    return count;
  }

  private long millis(String text) throws ScriptSyntaxException {
    try {
      boolean signed = text.startsWith("-") || text.startsWith("+");
      long millis = PrometheusDuration.parseMillis(signed ? text.substring(1) : text);
      return text.startsWith("-") ? -millis : millis;
    } catch (GoFormatException e) {
      throw lines.wrong("'" + text + "' is no duration");
    }
  }
}
