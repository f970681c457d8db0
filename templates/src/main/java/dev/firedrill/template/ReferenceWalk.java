package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows the data through templates: every value is either a path of fields from the root, or
/// not known (null).
final class ReferenceWalk {
  // A template that calls itself with a field of its dot would never come to an end.
  private static final int MAX_VISITS = 32;

  private final TemplateSet templates;
  private final List<References.Read> reads = new ArrayList<>();
  private final List<References.FunctionUse> functions = new ArrayList<>();
  private final List<References.TemplateUse> uses = new ArrayList<>();
  private final Set<Visit> visited = new HashSet<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final List<Visit> pending = new ArrayList<>();

  private TemplateTree tree;
  private Map<String, List<String>> variables = new HashMap<>();

  private record Visit(String name, @Nullable List<String> dot) {}

  ReferenceWalk(TemplateSet templates) {
    this.templates = templates;
    this.tree = templates.main();
  }

  References walk() {
    for (Dialect.Predeclared variable : tree.source().dialect().predeclared()) {
      variables.put(variable.name(), List.of(variable.field()));
    }
    visits.put(tree.name(), 1);
    variables.put("$", List.of());
    body(tree.body(), List.of());
    follow();
    List<String> rest = new ArrayList<>(templates.trees().keySet());
    rest.removeAll(visits.keySet());
    rest.sort(null);
    for (String name : rest) {
      visit(new Visit(name, null));
    }
    follow();
    return new References(reads, functions, uses);
  }

  private void follow() {
    for (int i = 0; i < pending.size(); i++) {
      visit(pending.get(i));
    }
    pending.clear();
  }

  private void visit(Visit visit) {
    TemplateTree called = templates.trees().get(visit.name);
    int known = visits.merge(visit.name, 1, Integer::sum);
    if (called == null || known > MAX_VISITS || !visited.add(visit)) {
      return;
    }
    tree = called;
    variables = new HashMap<>();
    List<String> dot = visit.dot();
    if (dot != null) {
      variables.put("$", dot);
    }
    body(called.body(), dot);
  }

  private void body(Node.Body body, @Nullable List<String> dot) {
    for (Node node : body.nodes()) {
      switch (node) {
        case Node.Text _, Node.Break _, Node.Continue _ -> {}
        case Node.Action action ->
            pipeline(action.pipeline(), dot, !action.pipeline().variables().isEmpty());
        case Node.If branch -> {
          pipeline(branch.condition(), dot, true);
          scoped(branch.then(), dot);
          scoped(branch.otherwise(), dot);
        }
        case Node.With with -> {
          List<String> value = pipeline(with.value(), dot, true);
          scoped(with.then(), value);
          scoped(with.otherwise(), dot);
        }
        case Node.Range range -> range(range, dot);
        case Node.TemplateCall call -> call(call, dot);
      }
    }
  }

  private void scoped(Node.Body body, @Nullable List<String> dot) {
    Map<String, List<String>> outer = new HashMap<>(variables);
    body(body, dot);
    variables = outer;
  }

  private void range(Node.Range range, @Nullable List<String> dot) {
    List<String> over = pipeline(range.over(), dot, false);
    List<String> element = over == null ? null : extended(over, List.of(References.ELEMENT));
    List<String> names = range.over().variables();
    if (!names.isEmpty()) {
      names.forEach(variables::remove);
      bind(names.getLast(), element);
    }
    scoped(range.body(), element);
    scoped(range.otherwise(), dot);
  }

  private void call(Node.TemplateCall call, @Nullable List<String> dot) {
    Node.Pipeline argument = call.argument();
    uses.add(
        new References.TemplateUse(
            call.name(), tree.name(), argument, tree.source(), call.nameSpan()));
    List<String> value = argument == null ? null : pipeline(argument, dot, true);
    pending.add(new Visit(call.name(), value));
  }

  private @Nullable List<String> pipeline(
      Node.Pipeline pipeline, @Nullable List<String> dot, boolean bound) {
    List<String> value = null;
    boolean alone = pipeline.commands().size() == 1;
    for (Node.Command command : pipeline.commands()) {
      value = command(command, dot, bound && alone);
    }
    for (String name : pipeline.variables()) {
      bind(name, value);
    }
    return alone ? value : null;
  }

  private void bind(String name, @Nullable List<String> path) {
    if (path == null) {
      variables.remove(name);
    } else {
      variables.put(name, path);
    }
  }

  private @Nullable List<String> command(
      Node.Command command, @Nullable List<String> dot, boolean bound) {
    List<Operand> operands = command.operands();
    if (operands.size() == 1) {
      return operand(operands.getFirst(), command, dot, bound);
    }
    boolean indexes =
        operands.getFirst() instanceof Operand.FunctionName(String name, Span _)
            && name.equals("index");
    List<String> indexed = null;
    for (int i = 0; i < operands.size(); i++) {
      List<String> path = operand(operands.get(i), command, dot, indexes && i == 1);
      if (indexes && i == 1) {
        indexed = path;
      } else if (indexed != null) {
        indexed =
            operands.get(i) instanceof Operand.StringLiteral key
                ? extended(indexed, List.of(key.value()))
                : null;
      }
    }
    return read(indexed, bound, command.span());
  }

  private @Nullable List<String> operand(
      Operand operand, Node.Command command, @Nullable List<String> dot, boolean bound) {
    return switch (operand) {
      case Operand.Nil _, Operand.BoolLiteral _, Operand.NumberLiteral _, Operand.StringLiteral _ ->
          null;
      case Operand.Dot here -> read(dot, bound, here.span());
      case Operand.Field field -> read(extended(dot, field.fields()), bound, field.span());
      case Operand.Variable variable ->
          read(extended(variables.get(variable.name()), variable.fields()), bound, variable.span());
      case Operand.FunctionName function -> {
        functions.add(
            new References.FunctionUse(function.name(), command, tree.source(), function.span()));
        yield null;
      }
      case Operand.Chain chain -> {
        List<String> base = operand(chain.base(), command, dot, true);
        yield read(extended(base, chain.fields()), bound, chain.span());
      }
      case Operand.Parenthesized inner -> pipeline(inner.pipeline(), dot, bound);
    };
  }

  private @Nullable List<String> read(@Nullable List<String> path, boolean bound, Span span) {
    if (path != null && !path.isEmpty()) {
      reads.add(new References.Read(path, bound, tree.source(), span));
    }
    return path;
  }

  private static @Nullable List<String> extended(@Nullable List<String> path, List<String> fields) {
    if (path == null) {
      return null;
    }
    List<String> longer = new ArrayList<>(path);
    longer.addAll(fields);
    return longer;
  }
}
