package dev.firedrill.promql;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Utf8;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.LabelContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelMatcherContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelMatchersContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelsContext;
import dev.firedrill.promql.grammar.PromqlParser.MetricNameContext;
import dev.firedrill.promql.grammar.PromqlParser.SelectorContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Builds selectors, their matchers, and lists of labels.
final class SelectorBuilder {
  private final Literals literals;
  private final Problems problems;

  SelectorBuilder(Literals literals, Problems problems) {
    this.literals = literals;
    this.problems = problems;
  }

  InstantSelector selector(SelectorContext context) {
    List<LabelMatcher> matchers = new ArrayList<>();
    LabelMatchersContext braces = context.labelMatchers();
    if (braces != null) {
      matchers(braces, matchers);
    }
    MetricNameContext metric = context.metricName();
    String name = metric == null ? null : metric.getStart().getText();
    if (name != null) {
      matchers.add(nameMatcher(name));
    }
    return new InstantSelector(name, matchers, Modifiers.NONE, false, Spans.of(context));
  }

  private void matchers(LabelMatchersContext context, List<LabelMatcher> matchers) {
    for (LabelMatcherContext each : context.labelMatcher()) {
      LabelMatcher matcher = matcher(each);
      if (matcher != null) {
        matchers.add(matcher);
      }
    }
  }

  /// {@return the matcher, or null where it is wrong}
  @Nullable LabelMatcher matcher(LabelMatcherContext context) {
    Token name = context.name;
    boolean quoted = name.getType() == PromqlParser.STRING;
    String label = quoted ? literals.string(name) : name.getText();
    Token operator = context.operator;
    if (operator == null) {
      return nameMatcher(label);
    }
    try {
      return LabelMatcher.of(label, operator(operator), literals.string(context.value));
    } catch (PatternSyntaxException e) {
      // Prometheus takes the quote off a quoted name before it takes its place.
      int start = name.getStartIndex() + (quoted ? 1 : 0);
      Span span = new Span(start, Spans.of(context.value).end());
      problems.add(span, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static LabelMatcher nameMatcher(String name) {
    return LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.EQUAL, name);
  }

  private static LabelMatcher.Operator operator(Token token) {
    return switch (token.getType()) {
      case PromqlParser.EQUAL -> LabelMatcher.Operator.EQUAL;
      case PromqlParser.NOT_EQUAL -> LabelMatcher.Operator.NOT_EQUAL;
      case PromqlParser.REGEX_EQUAL -> LabelMatcher.Operator.REGEX;
      case PromqlParser.REGEX_NOT_EQUAL -> LabelMatcher.Operator.NOT_REGEX;
      default -> throw new IllegalStateException("not a matching operator: " + token);
    };
  }

  /// {@return the labels listed, as they were written}
  List<String> labels(LabelsContext context) {
    List<String> labels = new ArrayList<>();
    for (LabelContext each : context.label()) {
      labels.add(label(each));
    }
    return labels;
  }

  /// {@return the name of a label in a list}
  String label(LabelContext context) {
    Token token = context.getStart();
    if (token.getType() != PromqlParser.STRING) {
      return token.getText();
    }
    String name = literals.string(token);
    if (name.isEmpty() || !Utf8.isValid(name)) {
      problems.add(Spans.of(token), "invalid label name for grouping: " + GoQuote.quote(name));
    }
    return name;
  }
}
