package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.template.References;

/// A template that is called and nowhere defined makes the notification fail.
@AutoService(Check.class)
public final class UndefinedTemplate implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "amtemplate/undefined",
          Severity.ERROR,
          "template that is called and nowhere defined; pattern without files");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    TemplateSources sources = routing.deployment().templates();
    if (sources == null) {
      return;
    }
    missing(routing, sources, findings);
    MessageTemplates templates = MessageTemplates.of(routing, findings);
    // What is not here, or does not parse, may define it.
    if (!sources.missing().isEmpty() || !templates.broken().isEmpty()) {
      return;
    }
    for (MessageTemplates.Text text : templates.texts()) {
      for (References.TemplateUse use : References.of(text.templates()).templates()) {
        boolean own = text.templates().trees().containsKey(use.name());
        if (!own && !templates.known().contains(use.name())) {
          String help =
              Spelling.nearest(use.name(), templates.known())
                  .map(name -> "did you mean `" + name + "`?")
                  .orElse("define it in a file that `templates` names");
          findings.add(
              findings
                  .at(
                      text.place().apply(use.span()),
                      "the template `" + use.name() + "` is nowhere defined")
                  .withHelp(help));
        }
      }
    }
  }

  private static void missing(Routing routing, TemplateSources sources, Findings findings) {
    for (SourceText pattern : routing.config().templates()) {
      if (sources.missing().contains(pattern.text())) {
        findings.add(
            findings
                .at(Severity.INFO, pattern.location(), "no file here matches this pattern")
                .withHelp("say by `path_map` in the settings where the container's paths lie"));
      }
    }
  }
}
