package dev.firedrill.template.function;

import static dev.firedrill.template.function.TemplateFunction.ANY;
import static dev.firedrill.template.function.TemplateFunction.STRING;

import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/// The functions that Prometheus 3.14 adds.
final class PrometheusFunctions {
  private static final String NO_URL =
      "runtime error: invalid memory address or nil pointer dereference";

  static final List<TemplateFunction> ALL =
      List.of(
          TemplateFunction.of("query", (e, a) -> Samples.result(e.query(text(a, 0))), STRING),
          TemplateFunction.of("first", (e, a) -> Samples.first(a.getFirst()), Samples.RESULT),
          TemplateFunction.of("value", (e, a) -> Samples.value(a.getFirst()), Samples.SAMPLE),
          TemplateFunction.of(
              "label", (e, a) -> Samples.label(text(a, 0), a.get(1)), STRING, Samples.SAMPLE),
          TemplateFunction.of(
              "strvalue", (e, a) -> Samples.label("__value__", a.getFirst()), Samples.SAMPLE),
          TemplateFunction.of(
              "sortByLabel",
              (e, a) -> Samples.sortByLabel(text(a, 0), a.get(1)),
              STRING,
              Samples.RESULT),
          TemplateFunction.variadic("args", (e, a) -> args(a), ANY),
          TemplateFunction.of(
              "reReplaceAll",
              (e, a) -> Value.of(Regexps.replaceAll(e, text(a, 0), text(a, 1), text(a, 2))),
              STRING,
              STRING,
              STRING),
          TemplateFunction.of(
              "match",
              (e, a) -> Value.of(Regexps.matches(e, text(a, 0), text(a, 1))),
              STRING,
              STRING),
          TemplateFunction.of(
              "safeHtml", (e, a) -> new Value.Text(text(a, 0), "template.HTML"), STRING),
          ofText("title", TitleCase::of),
          ofText("toUpper", GoLetters::upper),
          ofText("toLower", GoLetters::lower),
          ofText("stripPort", Hosts::withoutPort),
          ofText("stripDomain", Hosts::withoutDomain),
          ofText("graphLink", expression -> link(expression, 0)),
          ofText("tableLink", expression -> link(expression, 1)),
          ofText("urlQueryEscape", Escapes::query),
          ofNumber("humanize", number -> Value.of(Humanize.decimal(number))),
          ofNumber("humanize1024", number -> Value.of(Humanize.binary(number))),
          ofNumber("humanizePercentage", number -> Value.of(Humanize.percentage(number))),
          ofNumber("humanizeDuration", number -> Value.of(Humanize.duration(number))),
          ofNumber("humanizeTimestamp", number -> Value.of(Times.humanized(number))),
          ofNumber("toTime", Times::toTime),
          ofNumber("toDuration", Times::toDuration),
          TemplateFunction.of("now", (e, a) -> Times.now(e)),
          TemplateFunction.of("parseDuration", (e, a) -> Times.parseDuration(text(a, 0)), STRING),
          TemplateFunction.of("externalURL", (e, a) -> Value.of(url(e))),
          TemplateFunction.of("pathPrefix", (e, a) -> Value.of(path(url(e)))));

  private PrometheusFunctions() {}

  private static TemplateFunction ofText(String name, UnaryOperator<String> function) {
    return TemplateFunction.of(name, (e, a) -> Value.of(function.apply(text(a, 0))), STRING);
  }

  private static TemplateFunction ofNumber(String name, DoubleFunction<Value> function) {
    return TemplateFunction.of(name, (e, a) -> function.apply(Numbers.of(a.getFirst())), ANY);
  }

  private static String text(List<Value> arguments, int index) {
    return arguments.get(index) instanceof Value.Text text ? text.value() : "";
  }

  private static Value args(List<Value> arguments) {
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.get(i);
      entries.put("arg" + i, argument instanceof Value.Missing ? Value.NIL : argument);
    }
    return new Value.Mapping(entries, "map[string]interface {}", Value.NIL);
  }

  private static String link(String expression, int tab) {
    return "/graph?g0.expr=" + Escapes.query(expression) + "&g0.tab=" + tab;
  }

  private static String url(Environment environment) {
    return environment.externalUrl().orElseThrow(() -> new ValueFailure(NO_URL));
  }

  private static String path(String url) {
    try {
      String path = URI.create(url).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
