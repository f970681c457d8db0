package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.WebPages;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.List;

/// A runbook that is not there is found out at night.
@AutoService(Check.class)
public final class RunbookPage implements OnlineCheck {
  private static final Parameter<String> NAME =
      new Parameter<>("annotation", "runbook_url", "name of the annotation that holds the URL");
  private static final CheckInfo INFO =
      CheckInfo.of("online/runbook", Severity.WARNING, "runbook whose URL does not answer", NAME);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    if (!(expr.rule() instanceof AlertingRule alert)) {
      return List.of();
    }
    String name = inquiry.get(NAME);
    SourceText url = AlertLabels.annotation(alert, name).orElse(null);
    // A templated URL is known only when the alert fires; what is no URL has its own check.
    if (url == null || url.text().contains("{{") || !url.text().matches("https?://[^\\s]+")) {
      return List.of();
    }
    WebPages.Look look;
    try {
      look = inquiry.pages().look(url.text());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    return look.there()
        ? List.of()
        : List.of(
            inquiry
                .at(
                    url.location(),
                    "the runbook of " + alert.name().value() + " does not answer: " + look.said())
                .withHelp("is the page gone, or reachable only from elsewhere?"));
  }
}
