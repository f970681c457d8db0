package dev.firedrill.template.function;

import static dev.firedrill.template.function.TemplateFunction.ANY;
import static dev.firedrill.template.function.TemplateFunction.STRING;

import dev.firedrill.template.value.Comparison;
import dev.firedrill.template.value.GoPrint;
import dev.firedrill.template.value.GoPrintf;
import dev.firedrill.template.value.Truth;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.List;

/// The functions built into Go's text/template.
///
/// `and` and `or` are here for their number of arguments; they do not evaluate all of them, so
/// whoever runs the template does.
final class BuiltIns {
  static final List<TemplateFunction> ALL =
      List.of(
          TemplateFunction.variadic("and", (e, a) -> a.getLast(), ANY, ANY),
          TemplateFunction.variadic("or", (e, a) -> a.getLast(), ANY, ANY),
          TemplateFunction.of("not", (e, a) -> Value.of(!Truth.of(a.getFirst())), ANY),
          TemplateFunction.variadic("eq", (e, a) -> Value.of(equal(a)), ANY, ANY),
          compare("ne", (a, b) -> !Comparison.equal(a, b)),
          compare("lt", Comparison::less),
          compare("le", BuiltIns::atMost),
          compare("gt", (a, b) -> !atMost(a, b)),
          compare("ge", (a, b) -> !Comparison.less(a, b)),
          TemplateFunction.of("len", (e, a) -> Collections.length(a.getFirst()), ANY),
          TemplateFunction.variadic("index", (e, a) -> Collections.index(a), ANY, ANY),
          TemplateFunction.variadic("slice", (e, a) -> Collections.slice(a), ANY, ANY),
          TemplateFunction.variadic("call", (e, a) -> call(a), ANY, ANY),
          TemplateFunction.variadic("print", (e, a) -> Value.of(GoPrint.print(a)), ANY),
          TemplateFunction.variadic("println", (e, a) -> Value.of(GoPrint.printLine(a)), ANY),
          TemplateFunction.variadic("printf", (e, a) -> printf(a), STRING, ANY),
          TemplateFunction.variadic("html", (e, a) -> Value.of(Escapes.html(text(a))), ANY),
          TemplateFunction.variadic("js", (e, a) -> Value.of(Escapes.js(text(a))), ANY),
          TemplateFunction.variadic("urlquery", (e, a) -> Value.of(Escapes.query(text(a))), ANY));

  private BuiltIns() {}

  private interface Test {
    boolean holds(Value left, Value right);
  }

  private static TemplateFunction compare(String name, Test test) {
    return TemplateFunction.of(
        name, (e, a) -> Value.of(test.holds(a.getFirst(), a.getLast())), ANY, ANY);
  }

  private static boolean equal(List<Value> arguments) {
    if (arguments.size() < 2) {
      throw new ValueFailure("missing argument for comparison");
    }
    for (Value other : arguments.subList(1, arguments.size())) {
      if (Comparison.equal(arguments.getFirst(), other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean atMost(Value left, Value right) {
    return Comparison.less(left, right) || Comparison.equal(left, right);
  }

  private static Value call(List<Value> arguments) {
    Value function = arguments.getFirst();
    if (function instanceof Value.Missing || function instanceof Value.Nil) {
      throw new ValueFailure("call of nil");
    }
    throw new ValueFailure(
        "non-function " + GoPrint.print(function) + " of type " + function.type());
  }

  private static Value printf(List<Value> arguments) {
    String format = ((Value.Text) arguments.getFirst()).value();
    return Value.of(GoPrintf.format(format, arguments.subList(1, arguments.size())));
  }

  /// The arguments of an escaper, joined as `print` does it.
  private static String text(List<Value> arguments) {
    List<Value> shown =
        arguments.stream()
            .map(
                argument ->
                    argument instanceof Value.Missing || argument instanceof Value.Nil
                        ? Value.of("<no value>")
                        : GoPrint.dereferenced(argument))
            .toList();
    return GoPrint.print(shown);
  }
}
