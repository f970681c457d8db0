package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;

/// A template that does not parse makes the notification fail, or Alertmanager refuse to start.
@AutoService(Check.class)
public final class MessageTemplateSyntax implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "amtemplate/syntax", Severity.ERROR, "template of a message that does not parse");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (MessageTemplates.Broken broken : MessageTemplates.of(routing, findings).broken()) {
      Diagnostic finding = findings.at(broken.place(), broken.error().message());
      String help = broken.error().help();
      findings.add(help == null ? finding : finding.withHelp(help));
    }
  }
}
