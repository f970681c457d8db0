package dev.firedrill.engine.script;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.script.ExpectedMessage.Kind;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Re2;
import dev.firedrill.promql.series.SeriesDescription;
import dev.firedrill.promql.series.SeriesValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines below an `eval` command.
final class ExpectationReader {
  private static final Pattern EXPECT = Pattern.compile("expect\\s+(\\w+)(?:\\s+(.*))?");
  private static final Pattern RANGE_VECTOR =
      Pattern.compile("vector\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:[0-9._]+(?:e[-+]?[0-9]+)?|0x[0-9a-f]+|inf|nan)", Pattern.CASE_INSENSITIVE);

  private final ScriptLines lines;
  private final List<SeriesDescription> series = new ArrayList<>();
  private final List<ExpectedMessage> messages = new ArrayList<>();
  private @Nullable Double scalar;
  private @Nullable String text;
  private @Nullable TimeGrid times;
  private boolean ordered;
  private boolean noWarnings;
  private boolean noInfos;

  /// A reader for the lines that follow.
  ///
  /// @param suffix what follows `eval` in the older form of the command, such as `_fail`; else null
  ExpectationReader(ScriptLines lines, @Nullable String suffix) throws ScriptSyntaxException {
    this.lines = lines;
    switch (suffix) {
      case null -> {}
      case "_fail" -> expectAny(Kind.FAIL);
      case "_warn" -> expectAny(Kind.WARN);
      case "_info" -> expectAny(Kind.INFO);
      case "_ordered" -> ordered = true;
      default -> throw lines.wrong("unknown command 'eval" + suffix + "'");
    }
  }

  private void expectAny(Kind kind) {
    messages.add(new ExpectedMessage(kind, null, null));
  }

  Expectations read() throws ScriptSyntaxException {
    while (lines.more()) {
      line(lines.take());
    }
    return new Expectations(series, scalar, text, times, ordered, messages, noWarnings, noInfos);
  }

  private void line(String line) throws ScriptSyntaxException {
    Matcher expect = EXPECT.matcher(line);
    if (expect.matches()) {
      expect(expect.group(1), expect.group(2) == null ? "" : expect.group(2).strip());
    } else if (line.startsWith("expected_fail_message ")) {
      String message = line.substring("expected_fail_message ".length()).strip();
      messages.add(new ExpectedMessage(Kind.FAIL, message, null));
    } else if (line.startsWith("expected_fail_regexp ")) {
      String regex = line.substring("expected_fail_regexp ".length()).strip();
      messages.add(new ExpectedMessage(Kind.FAIL, null, regex(regex)));
    } else if (NUMBER.matcher(line).matches()) {
      scalar = number(line);
    } else {
      series.add(SeriesReader.series(lines, line));
    }
  }

  // A bare number is read as the value of a series without labels.
  private double number(String line) throws ScriptSyntaxException {
    SeriesDescription read = SeriesReader.series(lines, "{} " + line);
    if (read.values().size() == 1
        && read.values().getFirst() instanceof SeriesValue.Sample sample) {
      return sample.value();
    }
    throw lines.wrong("'" + line + "' is no number");
  }

  private void expect(String word, String rest) throws ScriptSyntaxException {
    switch (word) {
      case "ordered" -> ordered = true;
      case "no_warn" -> noWarnings = true;
      case "no_info" -> noInfos = true;
      case "fail" -> messages.add(message(Kind.FAIL, rest));
      case "warn" -> messages.add(message(Kind.WARN, rest));
      case "info" -> messages.add(message(Kind.INFO, rest));
      case "string" -> text = string(rest);
      case "range" -> times = times(rest);
      default -> throw lines.wrong("unknown expectation '" + word + "'");
    }
  }

  private ExpectedMessage message(Kind kind, String rest) throws ScriptSyntaxException {
    if (rest.isEmpty()) {
      return new ExpectedMessage(kind, null, null);
    }
    if (rest.startsWith("msg:")) {
      return new ExpectedMessage(kind, rest.substring("msg:".length()).strip(), null);
    }
    if (rest.startsWith("regex:")) {
      return new ExpectedMessage(kind, null, regex(rest.substring("regex:".length()).strip()));
    }
    throw lines.wrong("expected 'msg: TEXT' or 'regex: REGEX', not '" + rest + "'");
  }

  private com.google.re2j.Pattern regex(String regex) throws ScriptSyntaxException {
    try {
      return Re2.compile(regex, 0);
    } catch (PatternSyntaxException e) {
      throw lines.wrong("'" + regex + "' is no regular expression: " + e.getDescription());
    }
  }

  private String string(String literal) throws ScriptSyntaxException {
    try {
      return GoQuote.unquote(literal);
    } catch (GoFormatException e) {
      throw lines.wrong("expected a quoted string, not " + literal);
    }
  }

  private TimeGrid times(String rest) throws ScriptSyntaxException {
    Matcher matcher = RANGE_VECTOR.matcher(rest);
    if (!matcher.matches()) {
      throw lines.wrong("expected 'range vector from START to END step STEP'");
    }
    return ScriptReader.grid(lines, matcher.group(1), matcher.group(2), matcher.group(3));
  }
}
