package dev.firedrill.template.html;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.Node;
import dev.firedrill.template.NodeText;
import dev.firedrill.template.TemplateTree;
import dev.firedrill.template.html.HtmlContext.Delimiter;
import dev.firedrill.template.html.HtmlContext.UrlPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Follows the context through templates, and notes what each of their pieces must become. A
/// template is followed anew for each context that it is called in.
final class Escaping {
  private final Map<String, TemplateTree> trees;
  private final Map<String, HtmlContext> endings = new HashMap<>();
  private final Set<String> called = new HashSet<>();
  private final Map<String, TemplateEdits> edits = new HashMap<>();
  private Site site;
  private @Nullable Loop loop;

  /// The template being followed.
  ///
  /// @param name its name for the context it is called in
  private record Site(TemplateTree tree, String name) {}

  /// The contexts in which an iteration of a loop is left.
  private record Loop(@Nullable Loop outer, List<Exit> exits) {}

  private record Exit(HtmlContext context, Node node, String what) {}

  Escaping(Map<String, TemplateTree> trees, TemplateTree main) {
    this.trees = trees;
    this.site = new Site(main, main.name());
  }

  /// {@return what was noted, by the names of templates}
  Map<String, TemplateEdits> edits() {
    return edits;
  }

  /// A template and the context after it.
  record Called(HtmlContext context, String name) {}

  /// Follows a template that is called.
  ///
  /// @param call null for the one that is run
  Called template(HtmlContext context, String name, Node.@Nullable TemplateCall call) {
    String specific = context.nameFor(name);
    called.add(specific);
    HtmlContext known = endings.get(specific);
    if (known != null) {
      return new Called(known, specific);
    }
    TemplateTree tree = trees.get(name);
    if (tree == null) {
      String at = call == null ? null : place(call.nameSpan().start());
      HtmlError error = HtmlError.at(at, "no such template " + GoQuote.quote(name));
      return new Called(HtmlContext.failed(error), specific);
    }
    Site caller = site;
    site = new Site(tree, specific);
    HtmlContext ending = ending(context);
    site = caller;
    return new Called(ending, specific);
  }

  /// {@return the context after the template at hand}
  private HtmlContext ending(HtmlContext context) {
    Attempt first = assuming(context);
    if (first.accepted) {
      return first.context;
    }
    Attempt second = assuming(first.context);
    if (second.accepted) {
      return second.context;
    }
    if (first.context.is(HtmlState.ERROR)) {
      return first.context;
    }
    return HtmlContext.failed(
        HtmlError.at(place(0), "cannot compute output context for template " + site.tree.name()));
  }

  private record Attempt(HtmlContext context, boolean accepted) {}

  /// Follows the template at hand from a context, in which its own calls of itself are assumed to
  /// end.
  private Attempt assuming(HtmlContext context) {
    endings.put(site.name, context);
    BiPredicate<Escaping, HtmlContext> holds =
        (attempt, after) ->
            !after.is(HtmlState.ERROR)
                && (!attempt.called.contains(site.name) || context.equals(after));
    return tentatively(context, site.tree.body(), holds);
  }

  /// Follows a body aside; what is noted counts only where its end is accepted.
  private Attempt tentatively(
      HtmlContext start, Node.Body body, @Nullable BiPredicate<Escaping, HtmlContext> accepts) {
    Escaping aside = new Escaping(trees, site.tree);
    aside.site = site;
    aside.loop = loop;
    aside.endings.putAll(endings);
    HtmlContext after = aside.body(start, body);
    boolean accepted = accepts != null && accepts.test(aside, after);
    if (accepted) {
      endings.putAll(aside.endings);
      called.addAll(aside.called);
      aside.edits.forEach(
          (name, more) -> edits.computeIfAbsent(name, n -> new TemplateEdits()).addAll(more));
    }
    return new Attempt(after, accepted);
  }

  private TemplateEdits here() {
    return edits.computeIfAbsent(site.name, name -> new TemplateEdits());
  }

  private String place(int offset) {
    return site.tree.source().place(offset);
  }

  private HtmlContext body(HtmlContext start, Node.Body body) {
    HtmlContext context = start;
    for (Node node : body.nodes()) {
      context = node(context, node);
      if (context.is(HtmlState.DEAD)) {
        break;
      }
    }
    return context;
  }

  private HtmlContext node(HtmlContext context, Node node) {
    return switch (node) {
      case Node.Text text -> {
        TextEdit.Edited edited = new TextEdit(text.text()).run(context);
        here().text(text, edited.text());
        yield edited.context();
      }
      case Node.Action action -> action(context, action);
      case Node.If branch ->
          branch(context, branch.condition(), branch.then(), branch.otherwise(), "if");
      case Node.With with -> branch(context, with.value(), with.then(), with.otherwise(), "with");
      case Node.Range range -> range(context, range);
      case Node.TemplateCall call -> {
        Called result = template(context, call.name(), call);
        here().call(call, result.name);
        yield result.context;
      }
      case Node.Break _ -> leave(context, node, "break");
      case Node.Continue _ -> leave(context, node, "continue");
    };
  }

  private HtmlContext leave(HtmlContext context, Node node, String what) {
    Loop around = loop;
    if (around != null) {
      around.exits.add(new Exit(context, node, what));
    }
    return context.with(HtmlState.DEAD);
  }

  private HtmlContext action(HtmlContext before, Node.Action action) {
    if (!action.pipeline().variables().isEmpty()) {
      return before;
    }
    HtmlContext context = HtmlReader.nudged(before);
    List<Node.Command> commands = action.pipeline().commands();
    for (Node.Command command : commands) {
      String name = PipelineEdit.function(command);
      if (name != null && PipelineEdit.PREDEFINED.contains(name)) {
        boolean unquoted =
            context.is(HtmlState.ATTR)
                && context.delimiter() == Delimiter.SPACE_OR_TAG_END
                && name.equals("html");
        if (unquoted || !command.equals(commands.getLast())) {
          return failed(
              action, "predefined escaper " + GoQuote.quote(name) + " disallowed in template");
        }
      }
    }
    if (context.is(HtmlState.ERROR)) {
      return context;
    }
    List<String> escapers = escapers(context);
    if (escapers.isEmpty()) {
      return failed(
          action,
          "{{"
              + NodeText.of(action.pipeline())
              + "}} appears in an ambiguous context within a URL");
    }
    switch (context.delimiter()) {
      case NONE -> {}
      case SPACE_OR_TAG_END -> escapers.add("nospaceescaper");
      case SINGLE_QUOTE, DOUBLE_QUOTE -> escapers.add("attrescaper");
    }
    here()
        .action(
            action,
            escapers.stream()
                .filter(e -> !e.isEmpty())
                .map(e -> HtmlFunctions.PREFIX + e)
                .toList());
    HtmlContext after = context.is(HtmlState.TAG) ? context.with(HtmlState.ATTR_NAME) : context;
    return HtmlReader.afterValue(after);
  }

  private HtmlContext failed(Node.Action action, String words) {
    return HtmlContext.failed(HtmlError.at(place(action.pipeline().span().start()), words));
  }

  /// {@return the escapers for a context, without that for its delimiter; none where it is unknown}
  private static List<String> escapers(HtmlContext context) {
    List<String> escapers = new ArrayList<>();
    switch (context.state()) {
      case URL,
          CSS_DOUBLE_QUOTED,
          CSS_SINGLE_QUOTED,
          CSS_DOUBLE_QUOTED_URL,
          CSS_SINGLE_QUOTED_URL,
          CSS_URL ->
          url(context, escapers);
      case JS -> escapers.add("jsvalescaper");
      case JS_DOUBLE_QUOTED, JS_SINGLE_QUOTED -> escapers.add("jsstrescaper");
      case JS_TEMPLATE -> escapers.add("jstmpllitescaper");
      case JS_REGEXP -> escapers.add("jsregexpescaper");
      case CSS -> escapers.add("cssvaluefilter");
      case TEXT -> escapers.add("htmlescaper");
      case RCDATA -> escapers.add("rcdataescaper");
      case ATTR -> escapers.add("");
      case ATTR_NAME, TAG -> escapers.add("htmlnamefilter");
      case SRCSET -> escapers.add("srcsetescaper");
      default -> escapers.add("commentescaper");
    }
    return escapers;
  }

  private static void url(HtmlContext context, List<String> escapers) {
    if (context.urlPart() == UrlPart.UNKNOWN) {
      return;
    }
    if (context.urlPart() == UrlPart.QUERY_OR_FRAGMENT) {
      escapers.add("urlescaper");
      return;
    }
    if (context.urlPart() == UrlPart.NONE) {
      escapers.add("urlfilter");
    }
    boolean string =
        context.is(HtmlState.CSS_DOUBLE_QUOTED) || context.is(HtmlState.CSS_SINGLE_QUOTED);
    escapers.add(string ? "cssescaper" : "urlnormalizer");
  }

  private HtmlContext branch(
      HtmlContext context,
      Node.Pipeline pipeline,
      Node.Body then,
      Node.Body otherwise,
      String word) {
    HtmlContext afterThen = body(context, then);
    return join(afterThen, body(context, otherwise), pipeline.span().start(), word);
  }

  private HtmlContext range(HtmlContext context, Node.Range range) {
    int at = range.over().span().start();
    Loop outer = loop;
    loop = new Loop(outer, new ArrayList<>());
    HtmlContext once = left(body(context, range.body()), at);
    loop = outer;
    if (once.is(HtmlState.ERROR)) {
      return once;
    }
    // The second time round must lead where the first did.
    loop = new Loop(outer, new ArrayList<>());
    HtmlContext twice = join(once, tentatively(once, range.body(), null).context, at, "range");
    HtmlError error = twice.error();
    if (error != null) {
      loop = outer;
      String line = site.tree.source().place(at);
      int number = Integer.parseInt(line.substring(0, line.lastIndexOf(':')).replaceAll(".*:", ""));
      return HtmlContext.failed(
          new HtmlError(error.place(), number, "on range loop re-entry: " + error.words()));
    }
    twice = left(twice, at);
    loop = outer;
    return twice.is(HtmlState.ERROR)
        ? twice
        : join(twice, body(context, range.otherwise()), at, "range");
  }

  /// {@return the context after an iteration, whichever way it is left}
  private HtmlContext left(HtmlContext context, int at) {
    HtmlContext joined = context;
    List<Exit> exits = loop == null ? List.of() : loop.exits;
    for (Exit exit : exits) {
      if (joined.is(HtmlState.ERROR)) {
        return joined;
      }
      joined = join(joined, exit.context, at, "range");
      HtmlError error = joined.error();
      if (error != null) {
        String words = "at range loop " + exit.what + ": " + error.words();
        return HtmlContext.failed(HtmlError.at(place(exit.node.span().start()), words));
      }
    }
    return joined;
  }

  private HtmlContext join(HtmlContext left, HtmlContext right, int at, String word) {
    if (left.is(HtmlState.ERROR) || right.is(HtmlState.DEAD)) {
      return left;
    }
    if (right.is(HtmlState.ERROR) || left.is(HtmlState.DEAD) || left.equals(right)) {
      return right;
    }
    if (left.with(right.urlPart()).equals(right)) {
      return left.with(UrlPart.UNKNOWN);
    }
    if (left.with(right.slash()).equals(right)) {
      return left.with(HtmlContext.SlashMeaning.UNKNOWN);
    }
    HtmlContext nudgedLeft = HtmlReader.nudged(left);
    HtmlContext nudgedRight = HtmlReader.nudged(right);
    if (!nudgedLeft.equals(left) || !nudgedRight.equals(right)) {
      HtmlContext joined = join(nudgedLeft, nudgedRight, at, word);
      if (!joined.is(HtmlState.ERROR)) {
        return joined;
      }
    }
    String words =
        "{{"
            + word
            + "}} branches end in different contexts: "
            + left.shown()
            + ", "
            + right.shown();
    return HtmlContext.failed(HtmlError.at(place(at), words));
  }
}
