package dev.firedrill.template.html;

import dev.firedrill.template.Node;
import java.util.IdentityHashMap;
import java.util.List;

/// What the pieces of one template become.
final class TemplateEdits {
  private final IdentityHashMap<Node.Text, String> texts = new IdentityHashMap<>();
  private final IdentityHashMap<Node.Action, List<String>> actions = new IdentityHashMap<>();
  private final IdentityHashMap<Node.TemplateCall, String> calls = new IdentityHashMap<>();

  void text(Node.Text node, String text) {
    texts.put(node, text);
  }

  void action(Node.Action node, List<String> escapers) {
    actions.put(node, escapers);
  }

  void call(Node.TemplateCall node, String name) {
    calls.put(node, name);
  }

  void addAll(TemplateEdits more) {
    texts.putAll(more.texts);
    actions.putAll(more.actions);
    calls.putAll(more.calls);
  }

  Node.Body applied(Node.Body body) {
    return new Node.Body(body.nodes().stream().map(this::applied).toList(), body.written());
  }

  private Node applied(Node node) {
    return switch (node) {
      case Node.Text text -> new Node.Text(texts.getOrDefault(text, text.text()), text.span());
      case Node.Action action ->
          new Node.Action(
              PipelineEdit.with(action.pipeline(), actions.getOrDefault(action, List.of())),
              action.span());
      case Node.If branch ->
          new Node.If(
              branch.condition(),
              applied(branch.then()),
              applied(branch.otherwise()),
              branch.span());
      case Node.With with ->
          new Node.With(with.value(), applied(with.then()), applied(with.otherwise()), with.span());
      case Node.Range range ->
          new Node.Range(
              range.over(), applied(range.body()), applied(range.otherwise()), range.span());
      case Node.TemplateCall call ->
          new Node.TemplateCall(
              calls.getOrDefault(call, call.name()), call.argument(), call.nameSpan(), call.span());
      case Node.Break _, Node.Continue _ -> node;
    };
  }
}
