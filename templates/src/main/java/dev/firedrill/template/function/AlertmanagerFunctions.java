package dev.firedrill.template.function;

import static dev.firedrill.template.function.TemplateFunction.ANY;
import static dev.firedrill.template.function.TemplateFunction.STRING;

import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.TextLimit;
import dev.firedrill.template.value.Utf8Bytes;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The functions that Alertmanager 0.34 adds.
final class AlertmanagerFunctions {
  private static final String TIME = "time.Time";
  private static final String STRINGS = "[]string";
  private static final String LIST = "[]interface {}";

  static final List<TemplateFunction> ALL =
      List.of(
          ofText("toUpper", GoLetters::upper),
          ofText("toLower", GoLetters::lower),
          ofText("title", TitleCase::lowering),
          ofText("trimSpace", GoLetters::trimmed),
          TemplateFunction.of("join", (e, a) -> Value.of(joined(a)), STRING, STRINGS),
          TemplateFunction.of(
              "match",
              (e, a) -> Value.of(Regexps.matches(e, text(a, 0), text(a, 1))),
              STRING,
              STRING),
          TemplateFunction.of(
              "reReplaceAll",
              (e, a) -> Value.of(Regexps.replaceAll(e, text(a, 0), text(a, 1), text(a, 2))),
              STRING,
              STRING,
              STRING),
          marked("safeHtml", "template.HTML"),
          marked("safeUrl", "template.URL"),
          ofText("urlUnescape", Escapes::unescapedQuery),
          TemplateFunction.variadic("stringSlice", (e, a) -> sequence(a, STRINGS, false), STRING),
          TemplateFunction.of("routeLabels", (e, a) -> Value.of(e.routeLabel(text(a, 0))), STRING),
          TemplateFunction.of(
              "date",
              (e, a) -> Value.of(GoTime.format(Times.of(a.get(1)), text(a, 0))),
              STRING,
              TIME),
          TemplateFunction.of("tz", (e, a) -> Times.inZone(text(a, 0), a.get(1)), STRING, TIME),
          TemplateFunction.of("now", (e, a) -> new Value.Time(Times.utc(e.now()), TIME)),
          TemplateFunction.of("since", (e, a) -> Times.since(e, a.getFirst()), TIME),
          TemplateFunction.of(
              "humanizeDuration",
              (e, a) -> Value.of(Humanize.duration(Numbers.of(a.getFirst()))),
              ANY),
          TemplateFunction.of(
              "toDate", (e, a) -> Times.parsedOrZero(text(a, 0), text(a, 1)), STRING, STRING),
          TemplateFunction.of(
              "mustToDate", (e, a) -> Times.parsed(text(a, 0), text(a, 1)), STRING, STRING),
          TemplateFunction.of("toJson", (e, a) -> Value.of(JsonText.of(a.getFirst())), ANY),
          ofText("base64encode", text -> Base64Text.encode(Utf8Bytes.of(text))),
          ofText("base64decode", AlertmanagerFunctions::decoded),
          TemplateFunction.variadic("list", (e, a) -> sequence(a, LIST, true), ANY),
          TemplateFunction.variadic("append", (e, a) -> appended(a), LIST, ANY),
          TemplateFunction.variadic("dict", (e, a) -> dictionary(a), ANY));

  private AlertmanagerFunctions() {}

  private static TemplateFunction ofText(String name, UnaryOperator<String> function) {
    return TemplateFunction.of(name, (e, a) -> Value.of(function.apply(text(a, 0))), STRING);
  }

  /// A function that only gives a string another type, which escapers of HTML look at.
  private static TemplateFunction marked(String name, String type) {
    return TemplateFunction.of(name, (e, a) -> new Value.Text(text(a, 0), type), STRING);
  }

  private static String text(List<Value> arguments, int index) {
    return arguments.get(index) instanceof Value.Text text ? text.value() : "";
  }

  private static String joined(List<Value> arguments) {
    List<String> parts = new ArrayList<>();
    if (arguments.get(1) instanceof Value.Sequence sequence) {
      sequence.elements().forEach(e -> parts.add(text(List.of(e), 0)));
    }
    long length = (long) text(arguments, 0).length() * parts.size();
    for (String part : parts) {
      length += part.length();
    }
    TextLimit.check(length);
    return String.join(text(arguments, 0), parts);
  }

  private static String decoded(String text) {
    byte[] bytes = Base64Text.decode(text);
    return Utf8Bytes.text(bytes, 0, bytes.length);
  }

  private static Value sequence(List<Value> elements, String type, boolean boxed) {
    return new Value.Sequence(new ArrayList<>(elements), type, boxed);
  }

  private static Value appended(List<Value> arguments) {
    List<Value> all = new ArrayList<>();
    if (arguments.getFirst() instanceof Value.Sequence sequence) {
      all.addAll(sequence.elements());
    }
    all.addAll(arguments.subList(1, arguments.size()));
    return new Value.Sequence(all, LIST, true);
  }

  private static Value dictionary(List<Value> arguments) {
    if (arguments.size() % 2 != 0) {
      throw new ValueFailure("dict requires an even number of arguments");
    }
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!(arguments.get(i) instanceof Value.Text key && key.type().equals(STRING))) {
        throw new ValueFailure("dict keys must be strings");
      }
      entries.put(key.value(), arguments.get(i + 1));
    }
    return new Value.Mapping(entries, "map[string]interface {}", Value.NIL);
  }
}
