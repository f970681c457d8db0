package dev.firedrill.template.notification;

import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateError;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The templates that notifications may call: those that stand for Alertmanager's own, and those of
/// the files that a configuration names. Of two with one name the later wins.
///
/// The own ones write what Alertmanager's write, but for `email.default.html`, whose page is ours.
public final class NotificationTemplates {
  private final TemplateSet templates;
  private final List<TemplateError> errors;

  private NotificationTemplates(TemplateSet templates, List<TemplateError> errors) {
    this.templates = templates;
    this.errors = List.copyOf(errors);
  }

  /// A file of templates.
  ///
  /// @param name what Go's messages call it: the last part of its path
  public record File(String name, String text) {}

  /// {@return the templates that are always there}
  public static NotificationTemplates builtIn() {
    return BuiltIn.TEMPLATES;
  }

  /// {@return the templates that are always there, and those of files in their order; what is wrong
  /// with the files is in [#errors]}
  public static NotificationTemplates of(List<File> files) {
    return with(builtIn().templates, files);
  }

  private static NotificationTemplates with(TemplateSet earlier, List<File> files) {
    TemplateSet all = earlier;
    List<TemplateError> errors = new ArrayList<>();
    for (File file : files) {
      switch (Templates.parse(file.name, file.text, Dialect.ALERTMANAGER)) {
        case TemplateResult.Parsed(TemplateSet set) -> all = set.after(all);
        case TemplateResult.Rejected rejected -> errors.addAll(rejected.errors());
      }
    }
    return new NotificationTemplates(all, errors);
  }

  /// {@return what is wrong with the files; Alertmanager tells of the first}
  public List<TemplateError> errors() {
    return errors;
  }

  /// {@return all of them by name; what is run is nothing}
  public TemplateSet templates() {
    return templates;
  }

  /// Renders the text of a notification's field.
  ///
  /// @param data what `.` stands for, such as [NotificationData#asValue]
  public RunResult render(String text, Value data, RenderOptions options) {
    return new Rendering(this, data, options).render(text);
  }

  /// {@return a text, to be run with all templates that it may call}
  TemplateResult parse(String text) {
    return switch (Templates.parse("", text, Dialect.ALERTMANAGER)) {
      case TemplateResult.Parsed(TemplateSet set) ->
          new TemplateResult.Parsed(set.after(templates));
      case TemplateResult.Rejected rejected -> rejected;
    };
  }

  /// Read at the first use.
  private static final class BuiltIn {
    static final NotificationTemplates TEMPLATES =
        with(nothing(), List.of(resource("default.tmpl"), resource("email.tmpl")));

    private static TemplateSet nothing() {
      return switch (Templates.parse("", "", Dialect.ALERTMANAGER)) {
        case TemplateResult.Parsed(TemplateSet set) -> set;
        case TemplateResult.Rejected rejected ->
            throw new IllegalStateException(rejected.first().text());
      };
    }

    private static File resource(String name) {
      try (InputStream in = NotificationTemplates.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("no " + name);
        }
        return new File(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
