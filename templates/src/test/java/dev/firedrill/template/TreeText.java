package dev.firedrill.template;

import dev.firedrill.labels.GoQuote;
import java.util.TreeMap;

/// Trees as indented text, each node with the characters that its span covers.
final class TreeText {
  private final StringBuilder out = new StringBuilder();
  private final String source;

  private TreeText(String source) {
    this.source = source;
  }

  static String of(TemplateSet set) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(set.trees())
        .forEach(
            (name, tree) -> {
              TreeText text = new TreeText(tree.source().text());
              text.out.append("  [").append(name).append("]\n");
              text.body(tree.body(), 2);
              all.append(text.out);
            });
    return all.toString();
  }

  private void body(Node.Body body, int depth) {
    for (Node node : body.nodes()) {
      switch (node) {
        case Node.Text text -> line(depth, "text " + GoQuote.quote(text.text()), node);
        case Node.Action action -> line(depth, NodeText.of(action.pipeline()), node);
        case Node.If branch -> {
          line(depth, "if " + NodeText.of(branch.condition()), node);
          branches(branch.then(), branch.otherwise(), depth);
        }
        case Node.With with -> {
          line(depth, "with " + NodeText.of(with.value()), node);
          branches(with.then(), with.otherwise(), depth);
        }
        case Node.Range range -> {
          line(depth, "range " + NodeText.of(range.over()), node);
          branches(range.body(), range.otherwise(), depth);
        }
        case Node.TemplateCall call -> line(depth, NodeText.of(call), node);
        case Node.Break _ -> line(depth, "break", node);
        case Node.Continue _ -> line(depth, "continue", node);
      }
    }
  }

  private void branches(Node.Body then, Node.Body otherwise, int depth) {
    body(then, depth + 1);
    if (otherwise.written()) {
      out.repeat("  ", depth).append("else\n");
      body(otherwise, depth + 1);
    }
  }

  private void line(int depth, String words, Node node) {
    String covered = source.substring(node.span().start(), node.span().end());
    out.repeat("  ", depth).append(words).append("   <- ").append(GoQuote.quote(covered));
    out.append('\n');
  }
}
