package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.Locale;
import java.util.Set;

/// A text that somebody meant to write tells nothing to whoever is paged.
@AutoService(Check.class)
public final class AnnotationEmpty implements AlertCheck {
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "todo", "fixme", "tbd", "xxx", "n/a", "none", "null", "foo", "bar", "test", "-", "...",
          "?");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "annotation/empty", Severity.WARNING, "annotation that is empty or a placeholder");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    for (LabelText annotation : rule.annotations()) {
      String name = annotation.name().value();
      String text = annotation.value().text().strip();
      if (text.isEmpty()) {
        findings.add(
            findings
                .at(annotation.name().location(), "annotation `" + name + "` is empty")
                .withHelp("say what is wrong, or leave it out"));
      } else if (isPlaceholder(text)) {
        findings.add(
            findings
                .at(annotation.value().location(), "annotation `" + name + "` is a placeholder")
                .withHelp("say what is wrong, or leave it out"));
      }
    }
  }

  static boolean isPlaceholder(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.contains(lower)
        || lower.startsWith("todo:")
        || lower.startsWith("todo ")
        || lower.startsWith("fixme:")
        || lower.startsWith("fixme ")
        || lower.contains("your-")
        || lower.contains("<your ")
        || lower.contains("lorem ipsum");
  }
}
