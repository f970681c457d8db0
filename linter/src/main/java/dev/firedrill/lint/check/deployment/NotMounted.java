package dev.firedrill.lint.check.deployment;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.compose.ComposeFile;
import dev.firedrill.compose.ComposeService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.DeploymentCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.prometheus.PrometheusConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A container sees only what its volumes bring in.
@AutoService(Check.class)
public final class NotMounted implements DeploymentCheck {
  private static final String CONFIG_FLAG = "--config.file=";
  // What the images bring along.
  private static final Set<String> SHIPPED =
      Set.of("/etc/prometheus/prometheus.yml", "/etc/alertmanager/alertmanager.yml");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "stack/not-mounted",
          Severity.WARNING,
          "path that a configuration names and no volume provides");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Deployment deployment, Findings findings) {
    for (ComposeFile file : deployment.compose()) {
      for (ComposeService service : file.services()) {
        for (SourceText volume : service.broken()) {
          findings.add(
              findings
                  .at(
                      volume.location(),
                      "this mounts nothing: a volume is `source:target`, the target absolute")
                  .withHelp("separate source and target by a colon"));
        }
        // Others may see a configuration to fill it in, and have no use for what it names.
        if (!service.built() && isOurs(service)) {
          commandLine(service, findings);
          configurations(deployment, service, findings);
        }
      }
    }
  }

  private static void commandLine(ComposeService service, Findings findings) {
    for (SourceText line : service.command()) {
      String text = line.text();
      int flag = text.indexOf(CONFIG_FLAG);
      if (flag < 0) {
        continue;
      }
      int start = flag + CONFIG_FLAG.length();
      int end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String path = text.substring(start, end);
      if (path.startsWith("/") && !path.contains("$") && !SHIPPED.contains(path)) {
        provided(path, path, line.locate(new Span(start, end)), service, findings);
      }
    }
  }

  private static boolean isOurs(ComposeService service) {
    return service.image().contains("prometheus")
        || service.image().contains("alertmanager")
        || service.command().stream().anyMatch(line -> line.text().contains(CONFIG_FLAG));
  }

  private static void configurations(
      Deployment deployment, ComposeService service, Findings findings) {
    PrometheusConfig prometheus = deployment.prometheus();
    if (prometheus != null) {
      Path place = deployment.place(prometheus.source().path());
      for (Located<String> pattern : prometheus.ruleFiles()) {
        named(pattern, place, service, findings);
      }
    }
    AlertmanagerConfig alertmanager = deployment.alertmanager();
    if (alertmanager != null) {
      Path place = deployment.place(alertmanager.source().path());
      for (SourceText pattern : alertmanager.templates()) {
        named(new Located<>(pattern.text(), pattern.location()), place, service, findings);
      }
    }
  }

  private static void named(
      Located<String> pattern, Path configuration, ComposeService service, Findings findings) {
    if (!pattern.value().contains("$")) {
      ContainerPath.of(pattern.value(), configuration, service)
          .ifPresent(
              path -> provided(pattern.value(), path, pattern.location(), service, findings));
    }
  }

  private static void provided(
      String written, String path, Location place, ComposeService service, Findings findings) {
    if (service.provides(path)) {
      return;
    }
    List<String> targets = new ArrayList<>();
    service.mounts().forEach(mount -> targets.add(mount.target()));
    String where = written.equals(path) ? "" : " is " + path + " there and";
    findings.add(
        findings
            .at(
                place,
                "no volume of the service `"
                    + service.name().text()
                    + "` provides this:"
                    + (where.isEmpty() ? " it" : " it" + where)
                    + " does not exist in the container")
            .withNote("the service", service.name().location())
            .withHelp(
                targets.isEmpty()
                    ? "the service has no volumes: mount it"
                    : "mount it; there are " + String.join(", ", targets)));
  }
}
