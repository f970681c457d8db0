package dev.firedrill.template.html;

import dev.firedrill.template.Node;
import dev.firedrill.template.Operand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts escapers at the end of a pipeline. One that ends in `html` or `urlquery` keeps it where an
/// escaper would do the same.
final class PipelineEdit {
  /// Functions of text/template that escape.
  static final Set<String> PREDEFINED = Set.of("html", "urlquery");

  private static final Map<String, String> SAME =
      Map.of(
          HtmlFunctions.PREFIX + "attrescaper", "html",
          HtmlFunctions.PREFIX + "htmlescaper", "html",
          HtmlFunctions.PREFIX + "rcdataescaper", "html",
          HtmlFunctions.PREFIX + "urlescaper", "urlquery",
          HtmlFunctions.PREFIX + "urlnormalizer", "urlquery");

  // After these nothing is left for the escaper of attributes.
  private static final Set<String> BEFORE_ATTRIBUTE =
      Set.of(
          HtmlFunctions.PREFIX + "commentescaper",
          HtmlFunctions.PREFIX + "cssescaper",
          HtmlFunctions.PREFIX + "jsregexpescaper",
          HtmlFunctions.PREFIX + "jsstrescaper",
          HtmlFunctions.PREFIX + "jstmpllitescaper",
          HtmlFunctions.PREFIX + "urlescaper");

  private PipelineEdit() {}

  /// {@return the function that a command calls, or null}
  static @Nullable String function(Node.Command command) {
    return command.operands().getFirst() instanceof Operand.FunctionName called
        ? called.name()
        : null;
  }

  static Node.Pipeline with(Node.Pipeline pipeline, List<String> wanted) {
    if (wanted.isEmpty()) {
      return pipeline;
    }
    List<String> escapers = new ArrayList<>(wanted);
    List<Node.Command> commands = new ArrayList<>(pipeline.commands());
    String last = function(commands.getLast());
    if (last != null && PREDEFINED.contains(last)) {
      separateArguments(commands, last);
      boolean known = false;
      for (int i = 0; i < escapers.size(); i++) {
        if (same(escapers.get(i)).equals(last)) {
          escapers.set(i, last);
          known = true;
        }
      }
      if (known) {
        commands.removeLast();
      }
    }
    Set<String> there = new HashSet<>();
    for (Node.Command command : commands) {
      String called = function(command);
      if (called != null) {
        there.add(same(called));
      }
    }
    for (String escaper : escapers) {
      if (!there.contains(same(escaper)) && !isRedundant(commands, escaper)) {
        commands.add(call(escaper, pipeline));
      }
    }
    return new Node.Pipeline(pipeline.variables(), pipeline.assigns(), commands, pipeline.span());
  }

  /// Makes `html x y` the same as `x y | html`, with both arguments.
  private static void separateArguments(List<Node.Command> commands, String escaper) {
    Node.Command only = commands.getFirst();
    if (commands.size() > 1 || only.operands().size() == 1) {
      return;
    }
    List<Operand> operands = new ArrayList<>(only.operands());
    operands.set(
        0, new Operand.FunctionName(HtmlFunctions.ARGUMENTS, only.operands().getFirst().span()));
    commands.set(0, new Node.Command(operands, only.span()));
    commands.add(
        new Node.Command(List.of(new Operand.FunctionName(escaper, only.span())), only.span()));
  }

  private static String same(String function) {
    return SAME.getOrDefault(function, function);
  }

  private static boolean isRedundant(List<Node.Command> commands, String escaper) {
    String last = commands.isEmpty() ? null : function(commands.getLast());
    boolean attribute = escaper.equals(HtmlFunctions.PREFIX + "attrescaper");
    boolean html = escaper.equals(HtmlFunctions.PREFIX + "htmlescaper");
    return last != null
        && ((attribute && BEFORE_ATTRIBUTE.contains(last))
            || (html && last.equals(HtmlFunctions.PREFIX + "commentescaper")));
  }

  private static Node.Command call(String function, Node.Pipeline pipeline) {
    return new Node.Command(
        List.of(new Operand.FunctionName(function, pipeline.span())), pipeline.span());
  }
}
