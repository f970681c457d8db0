package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.List;
import java.util.Locale;

/// A receiver without integrations swallows what comes, which is meant only where its name says so.
@AutoService(Check.class)
public final class EmptyReceiver implements RoutingCheck {
  private static final Parameter<List<String>> SINKS =
      Parameter.strings(
          "sinks",
          List.of("null", "blackhole", "devnull", "dev-null", "none", "noop", "drop", "void"),
          "words in the names of receivers that are meant to tell nobody");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "receiver/empty",
          Severity.WARNING,
          "receiver without integrations that a route uses, its name not saying so",
          SINKS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (Receiver receiver : routing.config().receivers()) {
      String name = receiver.name().value();
      boolean used = routing.routes().stream().map(Route::receiver).anyMatch(name::equals);
      if (used && receiver.integrations().isEmpty() && !isSink(name, findings.get(SINKS))) {
        findings.add(
            findings
                .at(receiver.name().location(), "the receiver `" + name + "` tells nobody")
                .withHelp("add an integration, or name it `null` where that is meant"));
      }
    }
  }

  private static boolean isSink(String name, List<String> sinks) {
    String lower = name.toLowerCase(Locale.ROOT);
    return sinks.stream().anyMatch(lower::contains);
  }
}
