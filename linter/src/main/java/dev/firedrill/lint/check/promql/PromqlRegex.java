package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fix;
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
    List<Span> spans = MatcherSpans.of(expr.rule().expr().source().text(), selector);
    List<LabelMatcher> matchers = selector.matchers();
    int written = matchers.size() - (selector.name() == null ? 0 : 1);
    for (int i = 0; i < written; i++) {
      LabelMatcher matcher = matchers.get(i);
      if (matcher.operator().isRegex()) {
        // Names in quotes stand among the matchers.
        Span span = spans.size() == written ? spans.get(i) : selector.span();
        look(matcher, expr.locate(span), Source.of(expr, span), findings);
      }
    }
  }

  /// The text of a matcher as written, to be mended.
  private record Source(RuleExpression expr, Span span, String text) {
    static Source of(RuleExpression expr, Span span) {
      String text = expr.rule().expr().source().text();
      return new Source(expr, span, text.substring(span.start(), span.end()));
    }

    /// {@return a diagnostic with a fix that replaces a part of the matcher, which is searched for
    ///     from its end}
    Diagnostic mended(Diagnostic diagnostic, String title, String part, String by) {
      int at = span.start() + text.lastIndexOf(part);
      return expr.rule()
          .expr()
          .replace(new Span(at, at + part.length()), by)
          .map(edit -> diagnostic.withFix(new Fix(title, List.of(edit))))
          .orElse(diagnostic);
    }

    boolean has(String part) {
      return text.contains(part);
    }
  }

  private static void look(LabelMatcher matcher, Location place, Source source, Findings findings) {
    String regex = matcher.value();
    boolean negative = matcher.operator().isNegative();
    if (regex.equals(".*")) {
      findings.add(
          findings
              .at(
                  place,
                  negative
                      ? "`!~\".*\"` matches nothing"
                      : "`=~\".*\"` matches everything, series without the label included")
              .withHelp(
                  negative
                      ? "write what is not wanted"
                      : "leave it out, or write `.+` to ask for the label"));
    } else if (hasAnchors(regex)) {
      anchors(regex, place, source, findings);
    } else if (isPlain(regex)) {
      String operator = negative ? "!=" : "=";
      Diagnostic diagnostic =
          findings
              .at(place, "`" + regex + "` is no pattern: this is an equality")
              .withHelp("write `" + matcher.name() + operator + "\"" + regex + "\"`");
      String symbol = matcher.operator().symbol();
      findings.add(
          source.has(symbol)
              ? source.mended(
                  diagnostic, "replace `" + symbol + "` by `" + operator + "`", symbol, operator)
              : diagnostic);
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

  private static void anchors(String regex, Location place, Source source, Findings findings) {
    Diagnostic diagnostic =
        findings
            .at(place, "a matcher always matches the whole value: `^` and `$` are needless")
            .withHelp("leave them out");
    String inner = withoutAnchors(regex);
    boolean single = source.has(regex) && !inner.isEmpty();
    findings.add(
        single ? source.mended(diagnostic, "remove the anchors", regex, inner) : diagnostic);
  }

  // `^a|b$` anchors each alternative on one side only, for a reader.
  private static boolean hasAnchors(String regex) {
    boolean start = regex.startsWith("^");
    boolean end = regex.endsWith("$") && !regex.endsWith("\\$");
    return (start || end) && regex.length() > 1;
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
