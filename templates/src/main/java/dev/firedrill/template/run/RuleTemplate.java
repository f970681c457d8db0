package dev.firedrill.template.run;

import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import dev.firedrill.template.function.Environment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A label or annotation of an alerting rule, parsed once and expanded for every alert.
public final class RuleTemplate {
  private final String name;
  private final String text;
  private final @Nullable TemplateResult parsed;

  private RuleTemplate(String name, String text, @Nullable TemplateResult parsed) {
    this.name = name;
    this.text = text;
    this.parsed = parsed;
  }

  /// {@return the template of a text}
  /// @param alert name of the alert, which messages show
  public static RuleTemplate of(String alert, String text) {
    String name = Templates.ruleName(alert);
    boolean plain = text.indexOf("{{") < 0;
    return new RuleTemplate(name, text, plain ? null : Templates.parse(name, text, Dialect.RULE));
  }

  /// {@return the text for an alert}
  public Expansion expand(RuleData data, Environment environment) {
    TemplateResult result = parsed;
    return switch (result) {
      case null -> new Expansion(text, null);
      case TemplateResult.Rejected rejected ->
          failed("error parsing template " + name + ": " + rejected.first().text());
      case TemplateResult.Parsed template ->
          switch (TemplateRun.run(
              template.templates(), data.asValue(), RunOptions.prometheus(environment))) {
            case RunResult.Completed completed -> new Expansion(completed.text(), null);
            case RunResult.Failed failure ->
                failed("error executing template " + name + ": " + failure.message());
          };
    };
  }

  private static Expansion failed(String error) {
    return new Expansion("<error expanding template: " + error + ">", error);
  }

  /// An expanded text.
  ///
  /// @param text what the alert carries; where the template failed, Prometheus's words for that
  /// @param error why the template failed; null where it did not
  public record Expansion(String text, @Nullable String error) {
    /// {@return why the template failed}
    public Optional<String> failure() {
      return Optional.ofNullable(error());
    }
  }
}
