package dev.firedrill.lint.check.grafana;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.grafana.ContactPoint;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.grafana.NotificationPolicy;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.GrafanaCheck;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Grafana does not start with a contact point or a policy that it rejects.
@AutoService(Check.class)
public final class GrafanaContactPoint implements GrafanaCheck {
  // Grafana makes it where nobody else has.
  private static final String DEFAULT = "grafana-default-email";
  private static final CheckInfo INFO =
      CheckInfo.of(
          "grafana/contact-point",
          Severity.ERROR,
          "contact point that Grafana rejects or cannot use, policy that names none there is");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(List<GrafanaFile> files, Findings findings) {
    Set<String> names = new LinkedHashSet<>();
    for (GrafanaFile file : files) {
      for (ContactPoint point : file.contactPoints()) {
        contactPoint(point, findings);
        SourceText name = point.name();
        if (name != null) {
          names.add(name.text());
        }
      }
    }
    for (GrafanaFile file : files) {
      for (NotificationPolicy policy : file.policies()) {
        policies(policy, names, findings);
      }
    }
  }

  private static void contactPoint(ContactPoint point, Findings findings) {
    if (point.name() == null) {
      findings.add(
          findings
              .at(start(point.location()), "contact point without a name: Grafana does not start")
              .withHelp("give it a `name`, which policies go by"));
    }
    for (ContactPoint.Integration integration : point.integrations()) {
      if (integration.uid() == null) {
        findings.add(
            findings
                .at(
                    start(integration.location()),
                    "integration without `uid`: Grafana does not start")
                .withHelp("any text that no other integration has"));
      }
      type(integration, findings);
    }
  }

  private static void type(ContactPoint.Integration integration, Findings findings) {
    SourceText written = integration.type();
    if (written == null) {
      findings.add(
          findings
              .at(
                  start(integration.location()),
                  "integration without `type`: Grafana does not start")
              .withHelp("one of " + String.join(", ", IntegrationType.names())));
      return;
    }
    if (written.text().contains("$")) {
      return;
    }
    IntegrationType type = IntegrationType.find(written.text()).orElse(null);
    if (type == null) {
      String help =
          Spelling.nearest(written.text(), IntegrationType.names())
              .map(name -> "did you mean `" + name + "`?")
              .orElse("there are " + String.join(", ", IntegrationType.names()));
      findings.add(
          findings
              .at(written.location(), "Grafana has no contact points of type " + written.text())
              .withHelp(help));
      return;
    }
    List<String> missing = type.missing(integration.settings());
    if (!missing.isEmpty()) {
      findings.add(
          findings
              .at(
                  written.location(),
                  "this " + type.name() + " lacks " + IntegrationType.quoted(missing))
              .withHelp("under `settings` it needs " + type.needs()));
    }
  }

  private static void policies(NotificationPolicy root, Set<String> names, Findings findings) {
    if (root.receiver() == null) {
      findings.add(
          findings
              .at(start(root.location()), "root policy without a contact point")
              .withHelp("name the one that gets what no other policy takes, as `receiver`"));
    }
    // Contact points may come from elsewhere, too; where some are provisioned, all should be.
    if (names.isEmpty()) {
      return;
    }
    for (NotificationPolicy policy : root.all()) {
      SourceText receiver = policy.receiver();
      if (receiver != null
          && !receiver.text().contains("$")
          && !receiver.text().equals(DEFAULT)
          && !names.contains(receiver.text())) {
        String help =
            Spelling.nearest(receiver.text(), names)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("there are " + String.join(", ", names));
        findings.add(
            findings
                .at(receiver.location(), "no contact point is called " + receiver.text())
                .withHelp(help));
      }
    }
  }

  // The first line, rather than the whole.
  private static Location start(Location location) {
    int start = location.span().start();
    int end = location.file().text().indexOf('\n', start);
    int stop = end < 0 ? location.span().end() : Math.min(end, location.span().end());
    return new Location(location.file(), new Span(start, Math.max(start, stop)));
  }
}
