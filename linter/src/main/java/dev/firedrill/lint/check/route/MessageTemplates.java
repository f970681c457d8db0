package dev.firedrill.lint.check.route;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.References;
import dev.firedrill.template.TemplateError;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// All templates of a configuration: those within it and those of its files.
///
/// @param known the names of all that are defined, those that are always there among them
/// @param texts those that parse
/// @param broken what does not parse
record MessageTemplates(Set<String> known, List<Text> texts, List<Broken> broken) {
  /// A text with templates, and where it stands.
  ///
  /// @param file whether it is a file of templates, rather than a value in the configuration
  /// @param place finds a place of the text in its file
  record Text(TemplateSet templates, boolean file, Function<Span, Location> place) {}

  /// Something wrong with a template.
  record Broken(TemplateError error, Location place) {}

  /// {@return the templates of a configuration, parsed once for all checks}
  static MessageTemplates of(Routing routing, Findings findings) {
    return findings.rules().once(MessageTemplates.class, rules -> read(routing));
  }

  private static MessageTemplates read(Routing routing) {
    Set<String> known = new HashSet<>(NotificationTemplates.builtIn().templates().trees().keySet());
    MessageTemplates all = new MessageTemplates(known, new ArrayList<>(), new ArrayList<>());
    TemplateSources sources = routing.deployment().templates();
    if (sources != null) {
      for (SourceFile file : sources.files()) {
        all.add(file.path(), file.text(), true, span -> new Location(file, span));
      }
    }
    for (WrittenField field : WrittenField.of(routing.config())) {
      if (field.field().templated() && field.text().contains("{{")) {
        all.add("", field.text(), false, span -> field.value().value().locate(span));
      }
    }
    return all;
  }

  private void add(String name, String text, boolean file, Function<Span, Location> place) {
    switch (Templates.parse(name, text, Dialect.ALERTMANAGER)) {
      case TemplateResult.Rejected rejected ->
          rejected
              .errors()
              .forEach(error -> broken.add(new Broken(error, place.apply(error.span()))));
      case TemplateResult.Parsed(TemplateSet set) -> {
        texts.add(new Text(set, file, place));
        if (file) {
          known.addAll(set.trees().keySet());
        }
      }
    }
  }

  /// {@return the names of all templates that are called}
  Set<String> called() {
    Set<String> called = new HashSet<>();
    for (Text text : texts) {
      References.of(text.templates()).templates().forEach(use -> called.add(use.name()));
    }
    return called;
  }
}
