package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.template.TemplateTree;
import java.util.Map;
import java.util.Set;

/// What is defined and never called is left over, or called by a name that differs.
@AutoService(Check.class)
public final class UnusedTemplate implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of("amtemplate/unused", Severity.INFO, "template of a file that nothing calls");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    MessageTemplates templates = MessageTemplates.of(routing, findings);
    Set<String> called = templates.called();
    for (MessageTemplates.Text text : templates.texts()) {
      if (!text.file()) {
        continue;
      }
      for (Map.Entry<String, TemplateTree> tree : text.templates().trees().entrySet()) {
        boolean main = tree.getValue().equals(text.templates().main());
        // Those that are always there are redefined for those who call them by default.
        boolean preset = tree.getKey().startsWith("__") || tree.getKey().contains(".default.");
        if (!main && !preset && !called.contains(tree.getKey())) {
          findings.add(
              findings
                  .at(
                      text.place().apply(definition(tree.getValue())),
                      "nothing calls the template `" + tree.getKey() + "`")
                  .withHelp("remove it, or compare the names"));
        }
      }
    }
  }

  // The name where it is defined, the first time that it stands in quotes.
  private static Span definition(TemplateTree tree) {
    String quoted = '"' + tree.name() + '"';
    int at = tree.source().text().indexOf(quoted);
    return at < 0 ? new Span(0, 1) : new Span(at, at + quoted.length());
  }
}
