package dev.firedrill.template.run;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.Node;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.TemplateTree;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.value.GoPrint;
import dev.firedrill.template.value.TextLimit;
import dev.firedrill.template.value.Truth;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.List;
import java.util.Map;

/// One run of a template: walks its nodes and writes.
final class Execution {
  private static final int MAX_DEPTH = 100_000;

  private final TemplateSet templates;
  private final Place place;
  private final Environment environment;
  private final Evaluator evaluator;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Execution(TemplateSet templates, RunOptions options, Value data) {
    this.templates = templates;
    this.place = new Place(templates.main());
    this.environment = options.environment();
    this.evaluator = new Evaluator(options, place, new Variables(data));
  }

  /// {@return what the main template writes}
  /// @throws ExecutionFailure where Go reports an error
  String run(Value data) {
    for (Dialect.Predeclared variable : templates.main().source().dialect().predeclared()) {
      Value value = ((Value.Struct) data).fields().get(variable.field());
      evaluator.variables().declare(variable.name(), value == null ? Value.MISSING : value);
    }
    body(templates.main().body(), data);
    return out.toString();
  }

  private Flow body(Node.Body body, Value dot) {
    for (Node node : body.nodes()) {
      spend(1);
      Flow flow = node(node, dot);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow node(Node node, Value dot) {
    return switch (node) {
      case Node.Text text -> {
        write(text.text());
        yield Flow.NEXT;
      }
      case Node.Action action -> {
        Value value = evaluator.pipeline(action.pipeline(), dot);
        if (action.pipeline().variables().isEmpty()) {
          write(value);
        }
        yield Flow.NEXT;
      }
      case Node.Break _ -> Flow.BREAK;
      case Node.Continue _ -> Flow.CONTINUE;
      case Node.If branch -> {
        int mark = evaluator.variables().mark();
        boolean holds = Truth.of(evaluator.pipeline(branch.condition(), dot));
        Flow flow = body(holds ? branch.then() : branch.otherwise(), dot);
        evaluator.variables().forget(mark);
        yield flow;
      }
      case Node.With with -> {
        int mark = evaluator.variables().mark();
        Value value = evaluator.pipeline(with.value(), dot);
        boolean holds = Truth.of(value);
        Flow flow = holds ? body(with.then(), value) : body(with.otherwise(), dot);
        evaluator.variables().forget(mark);
        yield flow;
      }
      case Node.Range range -> {
        int mark = evaluator.variables().mark();
        Flow flow = range(range, dot);
        evaluator.variables().forget(mark);
        yield flow;
      }
      case Node.TemplateCall call -> {
        call(call, dot);
        yield Flow.NEXT;
      }
    };
  }

  private void write(Value value) {
    try {
      write(GoPrint.action(value));
    } catch (ValueFailure failure) {
      throw place.fail(failure.words());
    }
  }

  private void write(String text) {
    out.append(text);
    spend(text.length() / Sizes.A_STEP);
    try {
      TextLimit.check(out.length());
    } catch (ValueFailure failure) {
      throw place.fail(failure.words());
    }
  }

  private void spend(long steps) {
    try {
      environment.spend(steps);
    } catch (ValueFailure failure) {
      throw place.fail(failure.words());
    }
  }

  private Flow range(Node.Range range, Value dot) {
    Value over = evaluator.pipeline(range.over(), dot);
    int mark = evaluator.variables().mark();
    switch (over) {
      case Value.Sequence sequence when !sequence.elements().isEmpty() -> {
        List<Value> elements = List.copyOf(sequence.elements());
        for (int i = 0; i < elements.size(); i++) {
          if (iteration(range, Value.of(i), elements.get(i), mark) == Flow.BREAK) {
            break;
          }
        }
      }
      case Value.Mapping mapping when !mapping.entries().isEmpty() -> {
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
          Value key = Value.of(entry.getKey());
          if (iteration(range, key, entry.getValue(), mark) == Flow.BREAK) {
            break;
          }
        }
      }
      case Value.Int number -> {
        return count(range, number, dot, mark);
      }
      case Value.Sequence _, Value.Mapping _, Value.Missing _, Value.Nil _ -> {
        return body(range.otherwise(), dot);
      }
      default -> {
        String shown = GoPrint.print(GoPrint.dereferenced(over));
        throw place.fail("range can't iterate over " + shown);
      }
    }
    return Flow.NEXT;
  }

  private Flow count(Node.Range range, Value.Int number, Value dot, int mark) {
    if (range.over().variables().size() > 1) {
      throw place.fail(
          "can't use " + GoPrint.print(number) + " to iterate over more than one variable");
    }
    boolean none = number.unsigned() ? number.value() == 0 : number.value() <= 0;
    if (none) {
      return body(range.otherwise(), dot);
    }
    for (long i = 0; i != number.value(); i++) {
      Value element = new Value.Int(i, number.type());
      if (iteration(range, Value.MISSING, element, mark) == Flow.BREAK) {
        break;
      }
    }
    return Flow.NEXT;
  }

  private Flow iteration(Node.Range range, Value index, Value element, int mark) {
    spend(1);
    List<String> names = range.over().variables();
    if (range.over().assigns()) {
      if (names.size() > 1) {
        evaluator.assign(names.getFirst(), index);
      }
      evaluator.assign(names.getLast(), element);
    } else if (!names.isEmpty()) {
      evaluator.variables().replace(1, element);
      if (names.size() > 1) {
        evaluator.variables().replace(2, index);
      }
    }
    Flow flow = body(range.body(), element);
    evaluator.variables().forget(mark);
    return flow;
  }

  private void call(Node.TemplateCall call, Value dot) {
    place.at(call);
    TemplateTree called = templates.tree(call.name()).orElse(null);
    if (called == null) {
      throw place.fail("template " + GoQuote.quote(call.name()) + " not defined");
    }
    if (depth == MAX_DEPTH) {
      throw place.fail("exceeded maximum template depth (" + MAX_DEPTH + ")");
    }
    Node.Pipeline argument = call.argument();
    Value data = argument == null ? Value.MISSING : evaluator.pipeline(argument, dot);
    TemplateTree caller = place.tree();
    Variables outer = evaluator.variables();
    evaluator.use(new Variables(data));
    place.enter(called);
    depth++;
    DeepStack.run(depth, () -> body(called.body(), data));
    depth--;
    place.enter(caller);
    evaluator.use(outer);
  }
}
