package dev.firedrill.template;

import java.util.List;

/// The front door to templates: text to tree.
public final class Templates {
  private Templates() {}

  /// Parses the text of a template. Never throws, whatever the text.
  ///
  /// @param name what messages call it; see [#ruleName] for labels and annotations of alerts
  /// @param text its text
  /// @param dialect which functions and variables it may use
  public static TemplateResult parse(String name, String text, Dialect dialect) {
    TemplateSource source = new TemplateSource(name, text, dialect);
    TextParser parser = new TextParser(source);
    try {
      return new TemplateResult.Parsed(parser.parse());
    } catch (ParseFailure failure) {
      TemplateError error =
          new TemplateError(
              name,
              failure.line(),
              failure.words(),
              failure.span(),
              ParseHelp.of(failure, source, parser.variables()));
      return new TemplateResult.Rejected(List.of(error));
    }
  }

  /// {@return the name that Prometheus gives the templates of an alert}
  public static String ruleName(String alert) {
    return "__alert_" + alert;
  }
}
