package dev.firedrill.cli.routing;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.References;
import dev.firedrill.template.TemplateError;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What Alertmanager would reject in files of notification templates, and calls of templates that
/// none of the files defines.
public final class TemplateFindings {
  private TemplateFindings() {}

  /// {@return what is wrong with files that are loaded together}
  public static List<Diagnostic> of(List<SourceFile> files) {
    List<Diagnostic> found = new ArrayList<>();
    Map<SourceFile, TemplateSet> parsed = new LinkedHashMap<>();
    TemplateSet all = NotificationTemplates.builtIn().templates();
    for (SourceFile file : files) {
      switch (Templates.parse(file.path(), file.text(), Dialect.ALERTMANAGER)) {
        case TemplateResult.Rejected rejected ->
            rejected.errors().forEach(error -> found.add(diagnostic(file, error)));
        case TemplateResult.Parsed(TemplateSet set) -> {
          parsed.put(file, set);
          all = set.after(all);
        }
      }
    }
    // A file that cannot be read may define what the others call.
    if (found.isEmpty()) {
      for (Map.Entry<SourceFile, TemplateSet> each : parsed.entrySet()) {
        found.addAll(undefined(each.getKey(), each.getValue(), all));
      }
    }
    return found;
  }

  /// {@return why files are no templates}
  static List<Diagnostic> syntax(List<SourceFile> files) {
    List<Diagnostic> found = new ArrayList<>();
    for (SourceFile file : files) {
      if (Templates.parse(file.path(), file.text(), Dialect.ALERTMANAGER)
          instanceof TemplateResult.Rejected rejected) {
        rejected.errors().forEach(error -> found.add(diagnostic(file, error)));
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(SourceFile file, TemplateError error) {
    Diagnostic diagnostic =
        Diagnostic.error("amtemplate/syntax", error.message(), new Location(file, error.span()));
    String help = error.help();
    return help == null ? diagnostic : diagnostic.withHelp(help);
  }

  private static List<Diagnostic> undefined(SourceFile file, TemplateSet own, TemplateSet all) {
    List<Diagnostic> found = new ArrayList<>();
    for (References.TemplateUse use : References.of(own).templates()) {
      if (!all.trees().containsKey(use.name())) {
        String help =
            Spelling.nearest(use.name(), all.trees().keySet())
                .map(name -> "did you mean '" + name + "'?")
                .orElse("define it, or give the file that does");
        found.add(
            Diagnostic.error(
                    "amtemplate/undefined",
                    "template '" + use.name() + "' is defined in none of the files",
                    new Location(file, use.span()))
                .withHelp(help));
      }
    }
    return found;
  }
}
