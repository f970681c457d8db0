package dev.firedrill.template.html;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.TemplateTree;
import dev.firedrill.template.function.Functions;
import dev.firedrill.template.function.TemplateFunction;
import dev.firedrill.template.run.RunOptions;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.run.TemplateRun;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The front door to running templates as HTML.
public final class HtmlRun {
  private HtmlRun() {}

  /// Runs the main template of a set, with every value escaped for where it stands. Never throws,
  /// whatever the template.
  ///
  /// @param data what `.` and `$` stand for
  public static RunResult run(TemplateSet templates, Value data, RunOptions options) {
    TemplateTree main = templates.main();
    Map<String, TemplateTree> trees = new HashMap<>(templates.trees());
    trees.put(main.name(), main);
    Escaping escaping = new Escaping(trees, main);
    HtmlContext end = escaping.template(HtmlContext.START, main.name(), null).context();
    HtmlError error = end.error();
    if (error != null) {
      return new RunResult.Failed(error.text(main.name()));
    }
    if (!end.is(HtmlState.TEXT)) {
      HtmlError open = HtmlError.inText("ends in a non-text context: " + end.shown());
      return new RunResult.Failed(open.text(main.name()));
    }
    return TemplateRun.run(
        edited(trees, escaping, main),
        data,
        with(options, HtmlFunctions.with(options.functions())));
  }

  /// Runs the main template of a set as Prometheus runs its consoles: like [#run], with a function
  /// `tmpl` that calls templates by computed names.
  public static RunResult runConsole(TemplateSet templates, Value data, RunOptions options) {
    TemplateFunction call =
        TemplateFunction.of(
            "tmpl",
            (e, a) -> called(templates, ((Value.Text) a.getFirst()).value(), a.getLast(), options),
            TemplateFunction.STRING,
            TemplateFunction.ANY);
    return run(templates, data, with(options, options.functions().and(List.of(call))));
  }

  private static Value called(TemplateSet templates, String name, Value data, RunOptions options) {
    TemplateTree tree =
        templates
            .tree(name)
            .orElseThrow(
                () -> new ValueFailure("html/template: " + GoQuote.quote(name) + " is undefined"));
    return switch (runConsole(new TemplateSet(tree, templates.trees()), data, options)) {
      case RunResult.Completed completed -> new Value.Text(completed.text(), "template.HTML");
      case RunResult.Failed failed -> throw new ValueFailure(failed.message());
    };
  }

  private static TemplateSet edited(
      Map<String, TemplateTree> trees, Escaping escaping, TemplateTree main) {
    Map<String, TemplateTree> all = new HashMap<>(trees);
    escaping
        .edits()
        .forEach(
            (specific, edits) -> {
              int end = specific.indexOf("$htmltemplate_");
              TemplateTree tree = trees.get(end < 0 ? specific : specific.substring(0, end));
              if (tree != null) {
                all.put(
                    specific,
                    new TemplateTree(specific, tree.source(), edits.applied(tree.body())));
              }
            });
    TemplateTree run = all.get(main.name());
    return new TemplateSet(run == null ? main : run, all);
  }

  private static RunOptions with(RunOptions options, Functions functions) {
    return new RunOptions(functions, options.environment(), options.missingKey());
  }
}
