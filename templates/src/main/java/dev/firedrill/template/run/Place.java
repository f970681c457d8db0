package dev.firedrill.template.run;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.Node;
import dev.firedrill.template.NodeText;
import dev.firedrill.template.Operand;
import dev.firedrill.template.TemplateTree;

/// Where in which template a run stands, for its messages. Go moves it at every step and not
/// always back, and its messages show that.
final class Place {
  private TemplateTree tree;
  private Object node = "";

  Place(TemplateTree tree) {
    this.tree = tree;
  }

  /// Goes to another template.
  void enter(TemplateTree called) {
    tree = called;
  }

  TemplateTree tree() {
    return tree;
  }

  void at(Operand operand) {
    node = operand;
  }

  void at(Node.Command command) {
    node = command;
  }

  void at(Node.Pipeline pipeline) {
    node = pipeline;
  }

  void at(Node.TemplateCall call) {
    node = call;
  }

  /// {@return a failure at this place}
  ExecutionFailure fail(String words) {
    int position;
    String text;
    switch (node) {
      case Operand operand -> {
        position = operand.position();
        // Go's parentheses belong to what is around a pipeline.
        text =
            operand instanceof Operand.Parenthesized inner
                ? NodeText.of(inner.pipeline())
                : NodeText.of(operand);
      }
      case Node.Command command -> {
        position = command.operands().getFirst().span().start();
        text = NodeText.of(command);
      }
      case Node.Pipeline pipeline -> {
        position = pipeline.span().start();
        text = NodeText.of(pipeline);
      }
      case Node.TemplateCall call -> {
        position = call.nameSpan().start();
        text = NodeText.of(call);
      }
      default -> {
        return new ExecutionFailure("template: " + tree.name() + ": " + words);
      }
    }
    return new ExecutionFailure(
        "template: "
            + tree.source().place(position)
            + ": executing "
            + GoQuote.quote(tree.name())
            + " at <"
            + text
            + ">: "
            + words);
  }
}
