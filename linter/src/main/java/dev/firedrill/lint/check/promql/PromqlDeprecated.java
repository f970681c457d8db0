package dev.firedrill.lint.check.promql;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.promql.ParseError;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What older versions of Prometheus took, and those of today refuse.
///
/// Where it speaks, `promql/syntax` does not: see [dev.firedrill.lint.MoreSpecific].
@AutoService(Check.class)
public final class PromqlDeprecated implements RuleCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "promql/deprecated",
          Severity.WARNING,
          "renamed or removed functions and syntax of older versions");

  private static final String OLD_SMOOTHING = "holt_winters";
  private static final String SMOOTHING = "double_exponential_smoothing";
  private static final String COUNT = "count";

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    switch (rule.expr().result()) {
      case Rejected rejected -> {
        for (ParseError error : rejected.reported()) {
          look(rule, error.span(), findings);
        }
      }
      case Parsed parsed -> {
        for (Expr part : ExprWalk.all(parsed.expr())) {
          if (part instanceof Call call && call.function().name().equals(OLD_SMOOTHING)) {
            findings.add(warning(rule, call, findings));
          }
        }
      }
    }
  }

  // Where the rules run on Prometheus 2.
  private static Diagnostic warning(Rule rule, Call call, Findings findings) {
    int start = call.span().start();
    return findings
        .at(
            rule.expr().source().locate(new Span(start, start + OLD_SMOOTHING.length())),
            "`holt_winters()` is no more from Prometheus 3.0 on")
        .withHelp("it is " + SMOOTHING + "() there, and experimental");
  }

  private static void look(Rule rule, Span span, Findings findings) {
    switch (rule.expr().source().text().substring(span.start(), span.end())) {
      case OLD_SMOOTHING -> {
        Diagnostic finding =
            at(rule, span, "`holt_winters()` is no more since Prometheus 3.0", findings)
                .withHelp(
                    "it is "
                        + SMOOTHING
                        + "() now, where Prometheus runs with"
                        + " --enable-feature=promql-experimental-functions");
        String title = "replace `holt_winters` by `" + SMOOTHING + "`";
        findings.add(rule.expr().fix(title, span, SMOOTHING).map(finding::withFix).orElse(finding));
      }
      case "count_scalar" -> countScalar(rule, span, findings);
      case "drop_common_labels" ->
          findings.add(
              at(rule, span, "`drop_common_labels()` is no more since Prometheus 2.0", findings)
                  .withHelp("aggregate `by` the labels that are wanted"));
      case "keep_common" ->
          findings.add(
              at(rule, span, "`keep_common` is no more since Prometheus 2.0", findings)
                  .withHelp("name all labels that are to be kept after `by`"));
      default -> {
        // Never was known.
      }
    }
  }

  // Of nothing, it gave 0.
  private static void countScalar(Rule rule, Span name, Findings findings) {
    Diagnostic finding =
        at(rule, name, "`count_scalar()` is no more since Prometheus 2.0", findings)
            .withHelp("write `scalar(count(...) or vector(0))`");
    String text = rule.expr().source().text();
    findings.add(
        counted(text, name)
            .flatMap(
                call ->
                    rule.expr()
                        .fix(
                            "replace `count_scalar` by `count`",
                            call,
                            "scalar("
                                + COUNT
                                + text.substring(name.end(), call.end())
                                + " or vector(0))"))
            .map(finding::withFix)
            .orElse(finding));
  }

  // Where the call ends is found by reading it as a call of something that there is.
  private static Optional<Span> counted(String text, Span name) {
    String known = text.substring(0, name.start()) + COUNT + text.substring(name.end());
    if (!(Promql.parse(known, ParseOptions.ALL) instanceof Parsed parsed)) {
      return Optional.empty();
    }
    AtomicReference<Optional<Span>> found = new AtomicReference<>(Optional.empty());
    int longer = name.length() - COUNT.length();
    ExprWalk.forEach(
        parsed.expr(),
        part -> {
          if (part instanceof Aggregation call && call.span().start() == name.start()) {
            found.set(Optional.of(new Span(name.start(), call.span().end() + longer)));
          }
        });
    return found.get();
  }

  private static Diagnostic at(Rule rule, Span span, String message, Findings findings) {
    return findings.at(Severity.ERROR, rule.expr().source().locate(span), message);
  }
}
