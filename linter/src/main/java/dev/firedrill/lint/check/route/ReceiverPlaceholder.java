package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;

/// What was copied from an example tells nobody.
@AutoService(Check.class)
public final class ReceiverPlaceholder implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "receiver/placeholder", Severity.WARNING, "value of a receiver that was never filled in");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (WrittenField field : WrittenField.of(routing.config())) {
      boolean looked = !field.field().templated() || field.field().secret();
      boolean address = field.field().name().equals("to") || field.field().name().equals("from");
      if ((looked || address) && PlaceholderText.isUnfilled(field.text())) {
        findings.add(
            findings
                .at(
                    field.value().location(),
                    "`" + field.field().name() + "` looks as if it were never filled in")
                .withHelp("messages to it reach nobody: write what is meant, or remove it"));
      }
    }
  }
}
