package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.ExprCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.MatcherSpans;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression that says no more than an equality, or something else than it looks.
@AutoService(Check.class)
public final class PromqlRegex implements ExprCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/regex",
          Severity.WARNING,
          "regex that is an equality, has needless anchors, or matches everything");
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Expr part, RuleExpression expr, Findings findings) {
    if (!(part instanceof InstantSelector selector)) {
      return;
    }
    String text = expr.rule().expr().source().text();
    List<Span> spans = MatcherSpans.of(text, selector);
    List<LabelMatcher> matchers = selector.matchers();
    int written = matchers.size() - (selector.name() == null ? 0 : 1);
    for (int i = 0; i < written; i++) {
      LabelMatcher matcher = matchers.get(i);
      if (matcher.operator().isRegex()) {
        // Names in quotes stand among the matchers.
        boolean known = spans.size() == written;
        Span span = known ? spans.get(i) : selector.span();
        Span whole = known ? removable(text, spans, i) : null;
        look(matcher, expr.locate(span), new Written(expr, span, whole, known), findings);
      }
    }
  }

  /// A matcher as it is written.
  ///
  /// @param span where it stands in the expression
  /// @param whole the same with the comma that it needs; null where it cannot be left out
  /// @param known whether it is known where it stands
  private record Written(RuleExpression expr, Span span, @Nullable Span whole, boolean known) {
    private String text() {
      return source().substring(span.start(), span.end());
    }

    private String source() {
      return expr.rule().expr().source().text();
    }

    /// {@return a diagnostic with a fix that replaces the operator}
    Diagnostic withOperator(Diagnostic diagnostic, String symbol, String by) {
      int at = span.start() + text().indexOf(symbol, afterName());
      return mended(
          diagnostic,
          "replace `" + symbol + "` by `" + by + "`",
          new Span(at, at + symbol.length()),
          by);
    }

    /// {@return a diagnostic with a fix that replaces the regular expression, where it is written
    ///     without escapes}
    Diagnostic withRegex(Diagnostic diagnostic, String title, String regex, String by) {
      int at = text().lastIndexOf(regex);
      Span place = new Span(span.start() + at, span.start() + at + regex.length());
      return at < 0 || by.isEmpty() ? diagnostic : mended(diagnostic, title, place, by);
    }

    /// {@return a diagnostic with a fix that takes the matcher out}
    Diagnostic without(Diagnostic diagnostic) {
      Span place = whole();
      return place == null ? diagnostic : mended(diagnostic, "remove the matcher", place, "");
    }

    private Diagnostic mended(Diagnostic diagnostic, String title, Span part, String by) {
      if (!known) {
        return diagnostic;
      }
      return expr.rule().expr().fix(title, part, by).map(diagnostic::withFix).orElse(diagnostic);
    }

    // A name in quotes may have anything in it.
    private int afterName() {
      char first = text().charAt(0);
      boolean quoted = first == '"' || first == '\'' || first == '`';
      return quoted ? text().indexOf(first, 1) + 1 : 0;
    }
  }

  private static @Nullable Span removable(String text, List<Span> spans, int index) {
    Span span = spans.get(index);
    Span place =
        index + 1 < spans.size()
            ? new Span(span.start(), spans.get(index + 1).start())
            : index > 0 ? new Span(spans.get(index - 1).end(), span.end()) : withBraces(text, span);
    return text.substring(place.start(), place.end()).contains("#") ? null : place;
  }

  private static Span withBraces(String text, Span span) {
    int start = span.start();
    while (start > 0 && text.charAt(start - 1) <= ' ') {
      start--;
    }
    int end = span.end();
    while (end < text.length() && (text.charAt(end) <= ' ' || text.charAt(end) == ',')) {
      end++;
    }
    boolean alone =
        start > 0
            && text.charAt(start - 1) == '{'
            && end < text.length()
            && text.charAt(end) == '}';
    return alone ? new Span(start - 1, end + 1) : span;
  }

  private static void look(
      LabelMatcher matcher, Location place, Written written, Findings findings) {
    String regex = matcher.value();
    boolean negative = matcher.operator().isNegative();
    if (regex.equals(".*")) {
      everything(negative, place, written, findings);
    } else if (hasAnchors(regex)) {
      Diagnostic diagnostic =
          findings
              .at(place, "a matcher always matches the whole value: `^` and `$` are needless")
              .withHelp("leave them out");
      findings.add(
          written.withRegex(diagnostic, "remove the anchors", regex, withoutAnchors(regex)));
    } else if (isPlain(regex)) {
      String operator = negative ? "!=" : "=";
      Diagnostic diagnostic =
          findings
              .at(place, "`" + regex + "` is no pattern: this is an equality")
              .withHelp("write `" + matcher.name() + operator + "\"" + regex + "\"`");
      findings.add(written.withOperator(diagnostic, matcher.operator().symbol(), operator));
    } else {
      String host = hostWithPlainDots(regex);
      if (host != null) {
        findings.add(
            findings
                .at(place, "a dot in `" + regex + "` stands for any character")
                .withHelp("escape the dots of `" + host + "`: `\\\\.`"));
      }
    }
  }

  private static void everything(
      boolean negative, Location place, Written written, Findings findings) {
    if (negative) {
      findings.add(
          findings.at(place, "`!~\".*\"` matches nothing").withHelp("write what is not wanted"));
    } else {
      findings.add(
          written.without(
              findings
                  .at(place, "`=~\".*\"` matches everything, series without the label included")
                  .withHelp("leave it out, or write `.+` to ask for the label")));
    }
  }

  // `^a|b$` anchors each alternative on one side only, for a reader.
  private static boolean hasAnchors(String regex) {
    boolean start = regex.startsWith("^");
    boolean end = regex.endsWith("$") && !regex.endsWith("\\$");
    // `^$` among alternatives is how people write "empty".
    return (start || end) && regex.length() > 1 && !regex.contains("^$");
  }

  private static String withoutAnchors(String regex) {
    int start = regex.startsWith("^") ? 1 : 0;
    int end = regex.endsWith("$") ? regex.length() - 1 : regex.length();
    return regex.substring(start, end);
  }

  private static boolean isPlain(String regex) {
    for (int i = 0; i < regex.length(); i++) {
      if (SPECIAL.indexOf(regex.charAt(i)) >= 0) {
        return false;
      }
    }
    return !regex.isEmpty();
  }

  /// {@return a host name in a regex whose dots are not escaped; null where there is none}
  private static @Nullable String hostWithPlainDots(String regex) {
    for (String ending : new String[] {".com", ".net", ".org", ".io", ".local", ".internal"}) {
      int at = regex.indexOf(ending);
      int after = at + ending.length();
      boolean ends =
          at > 0 && (after == regex.length() || !Character.isLetterOrDigit(regex.charAt(after)));
      if (ends && Character.isLetterOrDigit(regex.charAt(at - 1))) {
        int start = at;
        while (start > 0
            && (Character.isLetterOrDigit(regex.charAt(start - 1))
                || ".-".indexOf(regex.charAt(start - 1)) >= 0)) {
          start--;
        }
        return regex.substring(start, after);
      }
    }
    return null;
  }
}
