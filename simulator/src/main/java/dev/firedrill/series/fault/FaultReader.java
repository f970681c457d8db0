package dev.firedrill.series.fault;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads faults: `drop up{job="worker"} from +10m for 20m`.
public final class FaultReader {
  private static final String CHECK = "data/fault";
  private static final String TIMES = "2026-11-20T08:00:00Z, epoch seconds, +10m after the start";

  private final SourceFile source;
  private final String text;
  private int at;

  private FaultReader(SourceFile source) {
    this.source = source;
    this.text = source.text();
  }

  /// {@return the fault, or what is wrong with it}
  public static Loaded<FaultSpec> read(SourceFile source) {
    try {
      return new Loaded<>(new FaultReader(source).read(), List.of());
    } catch (Malformed e) {
      return new Loaded<>(null, e.diagnostics);
    }
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    Malformed(List<Diagnostic> diagnostics) {
      super("not a fault");
      this.diagnostics = diagnostics;
    }
  }

  /// A word and where it stands; empty at the end.
  private record Word(String text, Span span) {}

  private FaultSpec read() throws Malformed {
    FaultKind kind = kind(word());
    Span place = selectorSpan();
    String selector = text.substring(place.start(), place.end());
    List<LabelMatcher> matchers = matchers(selector, place);
    double number = kind.takesNumber() ? number(kind) : 0;
    boolean marker = true;
    @Nullable FaultTime from = null;
    @Nullable FaultTime until = null;
    long length = 0;
    for (Word word = word(); !word.text.isEmpty(); word = word()) {
      switch (word.text) {
        case "from" -> from = once(word, from == null, time(word()));
        case "until" -> until = once(word, until == null && length == 0, time(word()));
        case "for" -> length = once(word, until == null && length == 0, duration(word()));
        case "without" -> {
          marker = !without(kind, word);
        }
        default -> throw unexpected(kind, word);
      }
    }
    if (kind == FaultKind.RESET && (until != null || length > 0)) {
      throw malformed(
          "a reset has no end", new Span(0, text.length()), "only from, no for or until");
    }
    return new FaultSpec(kind, selector, matchers, number, marker, from, length, until);
  }

  private FaultKind kind(Word word) throws Malformed {
    for (FaultKind kind : FaultKind.values()) {
      if (kind.word().equals(word.text)) {
        return kind;
      }
    }
    String known = String.join(", ", FaultKind.words());
    String hint =
        Spelling.nearest(word.text, FaultKind.words())
            .map(near -> "did you mean " + near + "?")
            .orElse("such as drop up{job=\"worker\"} from +10m for 20m");
    throw malformed("expected a fault: " + known, word.span, hint);
  }

  private List<LabelMatcher> matchers(String selector, Span place) throws Malformed {
    return switch (Promql.parseSelector(selector)) {
      case ParseResult.Parsed parsed -> ((InstantSelector) parsed.expr()).matchers();
      case ParseResult.Rejected rejected ->
          throw new Malformed(rejected.diagnostics(SourceText.of(source, place)));
    };
  }

  // Up to a blank outside of braces; blanks before a brace belong to it.
  private Span selectorSpan() throws Malformed {
    skipBlanks();
    int start = at;
    while (at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != '{') {
      at++;
    }
    int end = at;
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '{') {
      end = closingBrace();
    }
    at = end;
    if (start == end) {
      throw malformed(
          "expected the series meant", Span.at(start), "a selector: up{job=\"worker\"}");
    }
    return new Span(start, end);
  }

  private int closingBrace() {
    char quote = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote != '`' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '}') {
        return i + 1;
      }
    }
    return text.length();
  }

  private double number(FaultKind kind) throws Malformed {
    Word word = word();
    Word number = word.text.equals(kind.preposition()) ? word() : word;
    try {
      return GoNumber.parseFloat(number.text);
    } catch (GoFormatException e) {
      String form = kind.word() + " SELECTOR " + kind.preposition() + " NUMBER";
      throw malformed("expected a number", number.span, "written " + form);
    }
  }

  private <T> T once(Word word, boolean first, T value) throws Malformed {
    if (!first) {
      throw malformed("the time is given twice", word.span, "one from, and one for or until");
    }
    return value;
  }

  private boolean without(FaultKind kind, Word word) throws Malformed {
    Word next = word();
    if (kind != FaultKind.DROP || !next.text.equals("marker")) {
      String help = "'without marker' is for drop: no staleness marker is put where samples end";
      throw malformed("not known here", word.span.to(next.span), help);
    }
    return true;
  }

  private Malformed unexpected(FaultKind kind, Word word) {
    String known = kind == FaultKind.DROP ? "from, for, until, without marker" : "from, for, until";
    return malformed("not known here", word.span, "expected " + known);
  }

  private FaultTime time(Word word) throws Malformed {
    String given = word.text;
    try {
      if (given.startsWith("+")) {
        return new FaultTime.AfterStart(PrometheusDuration.parseMillis(given.substring(1)));
      }
      if (given.startsWith("-")) {
        return new FaultTime.BeforeEnd(PrometheusDuration.parseMillis(given.substring(1)));
      }
      return new FaultTime.Moment(
          given.indexOf('T') > 0
              ? OffsetDateTime.parse(given).toInstant().toEpochMilli()
              : Math.round(GoNumber.parseFloat(given) * 1000));
    } catch (GoFormatException | DateTimeParseException e) {
      throw malformed("expected a time", word.span, TIMES + ", or -10m before the end");
    }
  }

  private long duration(Word word) throws Malformed {
    try {
      long millis = PrometheusDuration.parseMillis(word.text);
      if (millis > 0) {
        return millis;
      }
    } catch (GoFormatException e) {
      // told below
    }
    throw malformed("expected a duration", word.span, "such as 90s, 20m, 1h30m");
  }

  private Word word() {
    skipBlanks();
    int start = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return new Word(text.substring(start, at), new Span(start, at));
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private Malformed malformed(String problem, Span span, String help) {
    Location place = new Location(source, span);
    return new Malformed(List.of(Diagnostic.error(CHECK, problem, place).withHelp(help)));
  }
}
