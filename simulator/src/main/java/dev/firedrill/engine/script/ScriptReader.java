package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads scripts for testing the engine.
///
/// A command starts on its own line; the lines below belong to it up to a line that is empty or a
/// comment.
public final class ScriptReader {
  private static final long MAX_STEPS = 10_000_000;
  private static final Pattern LOAD = Pattern.compile("load(_with_nhcb)?\\s+(.+)");
  private static final Pattern INSTANT =
      Pattern.compile("eval(_\\w+)?\\s+instant\\s+(?:at\\s+(\\S+)\\s+)?(.+)");
  private static final Pattern RANGE =
      Pattern.compile(
          "eval(_\\w+)?\\s+range\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)\\s+(.+)");

  private final SourceFile file;
  private final ScriptLines lines;

  private ScriptReader(SourceFile file) {
    this.file = file;
    this.lines = new ScriptLines(file);
  }

  /// {@return the commands of a script; none where a line is wrong}
  public static Loaded<Script> read(SourceFile file) {
    return new ScriptReader(file).read();
  }

  private Loaded<Script> read() {
    List<ScriptCommand> commands = new ArrayList<>();
    try {
      while (lines.skipEmpty()) {
        commands.add(command(lines.take()));
      }
    } catch (ScriptSyntaxException e) {
      return new Loaded<>(null, List.of(e.diagnostic()));
    }
    return new Loaded<>(new Script(file, commands), List.of());
  }

  private ScriptCommand command(String line) throws ScriptSyntaxException {
    String word = line.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (word.equals("clear")) {
      return new ScriptCommand.Clear();
    }
    if (word.equals("load") || word.equals("load_with_nhcb")) {
      return load(line);
    }
    if (word.startsWith("eval")) {
      return eval(line);
    }
    throw lines.wrong(
        "unknown command '" + word + "', expected load, load_with_nhcb, clear or eval");
  }

  private ScriptCommand load(String line) throws ScriptSyntaxException {
    Matcher load = LOAD.matcher(line);
    if (!load.matches()) {
      throw lines.wrong("expected 'load STEP', such as 'load 5m'");
    }
    long step = duration("step", load.group(2));
    boolean customBuckets = load.group(1) != null;
    List<LoadedSeries> series = new SeriesReader(lines).read();
    Optional<String> mistake = customBuckets ? CustomBuckets.mistake(series) : Optional.empty();
    if (mistake.isPresent()) {
      throw lines.wrong(mistake.get());
    }
    return new ScriptCommand.Load(step, customBuckets, series);
  }

  private ScriptCommand eval(String line) throws ScriptSyntaxException {
    Location location = lines.location(lines.number());
    Matcher instant = INSTANT.matcher(line);
    if (instant.matches()) {
      long time = instant.group(2) == null ? 0 : duration("time", instant.group(2));
      TimeGrid grid = TimeGrid.instant(time);
      Expectations expectations = new ExpectationReader(lines, instant.group(1)).read();
      return new ScriptCommand.Eval(instant.group(3), grid, false, expectations, location);
    }
    Matcher range = RANGE.matcher(line);
    if (range.matches()) {
      TimeGrid grid = grid(range.group(2), range.group(3), range.group(4));
      Expectations expectations = new ExpectationReader(lines, range.group(1)).read();
      return new ScriptCommand.Eval(range.group(5), grid, true, expectations, location);
    }
    throw lines.wrong(
        "expected 'eval instant at TIME EXPR' or 'eval range from START to END step STEP EXPR'");
  }

  private TimeGrid grid(String from, String to, String every) throws ScriptSyntaxException {
    return grid(lines, from, to, every);
  }

  /// {@return the steps that three durations give}
  static TimeGrid grid(ScriptLines lines, String from, String to, String every)
      throws ScriptSyntaxException {
    long start = duration(lines, "start", from);
    long end = duration(lines, "end", to);
    long step = duration(lines, "step", every);
    if (end < start) {
      throw lines.wrong("the end " + to + " is before the start " + from);
    }
    if (step <= 0) {
      throw lines.wrong("a step is longer than 0");
    }
    if (TimeGrid.steps(start, end, step) > MAX_STEPS) {
      throw lines.wrong("more than 10 million steps");
    }
    return TimeGrid.covering(start, end, step);
  }

  private long duration(String what, String text) throws ScriptSyntaxException {
    return duration(lines, what, text);
  }

  private static long duration(ScriptLines lines, String what, String text)
      throws ScriptSyntaxException {
    try {
      return text.startsWith("-")
          ? -PrometheusDuration.parseMillis(text.substring(1))
          : PrometheusDuration.parseMillis(text);
    } catch (GoFormatException e) {
      throw lines.wrong("the " + what + " '" + text + "' is no duration: " + e.getMessage());
    }
  }
}
