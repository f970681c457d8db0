package dev.firedrill.template.run;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.Node;
import dev.firedrill.template.NodeText;
import dev.firedrill.template.Operand;
import dev.firedrill.template.function.Methods;
import dev.firedrill.template.function.TemplateFunction;
import dev.firedrill.template.value.Truth;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes pipelines, commands and operands.
final class Evaluator {
  private final RunOptions options;
  private final Place place;
  private final Arguments arguments;
  private final Fields fields;
  private Variables variables;

  Evaluator(RunOptions options, Place place, Variables variables) {
    this.options = options;
    this.place = place;
    this.arguments = new Arguments(place);
    this.fields = new Fields(place, options.missingKey());
    this.variables = variables;
  }

  Variables variables() {
    return variables;
  }

  /// Uses the variables of another template.
  void use(Variables others) {
    variables = others;
  }

  /// {@return the value of a pipeline, after its variables have got it}
  Value pipeline(Node.Pipeline pipeline, Value dot) {
    place.at(pipeline);
    Value value = null;
    for (Node.Command command : pipeline.commands()) {
      Value result = command(command, dot, value);
      value = result.equals(Value.NIL) ? Value.MISSING : result;
    }
    Value last = value == null ? Value.MISSING : value;
    for (String name : pipeline.variables()) {
      if (pipeline.assigns()) {
        assign(name, last);
      } else {
        variables.declare(name, last);
      }
    }
    return last;
  }

  /// Gives a variable that exists another value.
  void assign(String name, Value value) {
    if (!variables.assign(name, value)) {
      throw place.fail("undefined variable: " + name);
    }
  }

  private Value command(Node.Command command, Value dot, @Nullable Value piped) {
    Operand first = command.operands().getFirst();
    List<Operand> rest = command.operands().subList(1, command.operands().size());
    return switch (first) {
      case Operand.Field field -> field(field, dot, rest, piped);
      case Operand.Chain chain -> chain(chain, dot, rest, piped);
      case Operand.FunctionName function -> function(function, command, dot, rest, piped);
      case Operand.Variable variable -> variable(variable, dot, rest, piped);
      case Operand.Parenthesized inner -> {
        rejectArguments(first, rest, piped);
        yield pipeline(inner.pipeline(), dot);
      }
      case Operand.Dot _ -> {
        alone(first, rest, piped);
        yield dot;
      }
      case Operand.Nil _ -> {
        alone(first, rest, piped);
        throw place.fail("nil is not a command");
      }
      case Operand.BoolLiteral _, Operand.NumberLiteral _, Operand.StringLiteral _ -> {
        alone(first, rest, piped);
        yield arguments.plain(first);
      }
    };
  }

  private void alone(Operand first, List<Operand> rest, @Nullable Value piped) {
    place.at(first);
    rejectArguments(first, rest, piped);
  }

  private void rejectArguments(Operand first, List<Operand> rest, @Nullable Value piped) {
    if (!rest.isEmpty() || piped != null) {
      String text =
          first instanceof Operand.Parenthesized inner
              ? NodeText.of(inner.pipeline())
              : NodeText.of(first);
      throw place.fail("can't give argument to non-function " + text);
    }
  }

  private Value field(Operand.Field field, Value dot, List<Operand> rest, @Nullable Value piped) {
    place.at(field);
    return path(dot, false, field.fields(), field, dot, rest, piped);
  }

  private Value chain(Operand.Chain chain, Value dot, List<Operand> rest, @Nullable Value piped) {
    place.at(chain);
    if (chain.base() instanceof Operand.Nil) {
      throw place.fail("indirection through explicit nil in " + NodeText.of(chain));
    }
    Value base = operand(chain.base(), dot);
    return path(base, false, chain.fields(), chain, dot, rest, piped);
  }

  private Value variable(
      Operand.Variable variable, Value dot, List<Operand> rest, @Nullable Value piped) {
    place.at(variable);
    Value value = variables.find(variable.name());
    if (value == null) {
      throw place.fail("undefined variable: " + variable.name());
    }
    if (variable.fields().isEmpty()) {
      rejectArguments(variable, rest, piped);
      return value;
    }
    return path(value, false, variable.fields(), variable, dot, rest, piped);
  }

  /// Reads fields one after the other; the last may be a method with arguments.
  private Value path(
      Value start,
      boolean startBoxed,
      List<String> names,
      Operand node,
      Value dot,
      List<Operand> rest,
      @Nullable Value piped) {
    Value value = start;
    boolean boxed = startBoxed;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean last = i == names.size() - 1;
      List<Operand> given = last ? rest : List.of();
      Value finalValue = last ? piped : null;
      Optional<TemplateFunction> method = Methods.of(value, name);
      if (method.isPresent()) {
        value = call(method.get(), null, node, dot, given, finalValue);
        boxed = false;
      } else {
        boolean next = Fields.isBoxed(value, name);
        value = fields.read(value, boxed, name, !given.isEmpty() || finalValue != null);
        boxed = next;
      }
    }
    return value;
  }

  private Value function(
      Operand.FunctionName name,
      Node.@Nullable Command command,
      Value dot,
      List<Operand> rest,
      @Nullable Value piped) {
    place.at(name);
    TemplateFunction function = options.functions().find(name.name()).orElse(null);
    if (function == null) {
      throw place.fail(GoQuote.quote(name.name()) + " is not a defined function");
    }
    return call(function, command, name, dot, rest, piped);
  }

  /// @param command what a failure of the function is blamed on; null for the node itself
  private Value call(
      TemplateFunction function,
      Node.@Nullable Command command,
      Operand node,
      Value dot,
      List<Operand> given,
      @Nullable Value piped) {
    checkCount(function, given.size(), piped != null);
    if (function.name().equals("and") || function.name().equals("or")) {
      return shortCircuit(function.name().equals("or"), dot, given, piped);
    }
    List<Value> values = new ArrayList<>(given.size() + 1);
    for (int i = 0; i < given.size(); i++) {
      values.add(argument(given.get(i), function.parameter(i), dot));
    }
    if (piped != null) {
      values.add(arguments.checked(piped, function.parameter(given.size())));
    }
    try {
      options.environment().spend(1 + Sizes.of(values) / Sizes.A_STEP);
      return function.body().call(options.environment(), values);
    } catch (ValueFailure failure) {
      if (command == null) {
        place.at(node);
      } else {
        place.at(command);
      }
      throw place.fail("error calling " + function.name() + ": " + failure.words());
    }
  }

  private void checkCount(TemplateFunction function, int given, boolean piped) {
    int count = piped ? given + 1 : given;
    int required = function.required();
    if (function.variadic() && count < required) {
      throw place.fail(
          "wrong number of args for "
              + function.name()
              + ": want at least "
              + required
              + " got "
              + given);
    }
    if (!function.variadic() && count != required) {
      throw place.fail(
          "wrong number of args for " + function.name() + ": want " + required + " got " + count);
    }
  }

  private Value shortCircuit(
      boolean stopsAt, Value dot, List<Operand> given, @Nullable Value piped) {
    Value value = Value.NIL;
    for (Operand operand : given) {
      value = argument(operand, TemplateFunction.ANY, dot);
      if (Truth.of(value) == stopsAt) {
        return value;
      }
    }
    return piped == null ? value : piped;
  }

  private Value argument(Operand operand, String type, Value dot) {
    place.at(operand);
    return switch (operand) {
      case Operand.Nil _ -> arguments.nil(type);
      case Operand.BoolLiteral _, Operand.NumberLiteral _, Operand.StringLiteral _ ->
          arguments.literal(operand, type);
      case Operand.Dot _,
          Operand.Field _,
          Operand.Variable _,
          Operand.Chain _,
          Operand.FunctionName _,
          Operand.Parenthesized _ ->
          arguments.checked(operand(operand, dot), type);
    };
  }

  /// {@return the value of an operand that is given no arguments}
  private Value operand(Operand operand, Value dot) {
    place.at(operand);
    return switch (operand) {
      case Operand.Dot _ -> dot;
      case Operand.Field field -> field(field, dot, List.of(), null);
      case Operand.Variable variable -> variable(variable, dot, List.of(), null);
      case Operand.Chain chain -> chain(chain, dot, List.of(), null);
      case Operand.FunctionName name -> function(name, null, dot, List.of(), null);
      case Operand.Parenthesized inner -> pipeline(inner.pipeline(), dot);
      case Operand.Nil _, Operand.BoolLiteral _, Operand.NumberLiteral _, Operand.StringLiteral _ ->
          arguments.plain(operand);
    };
  }
}
