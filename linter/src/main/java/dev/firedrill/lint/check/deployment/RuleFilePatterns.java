package dev.firedrill.lint.check.deployment;

import com.google.auto.service.AutoService;
import dev.firedrill.compose.ComposeFile;
import dev.firedrill.compose.ComposeService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.DeploymentCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.settings.FileGlob;
import dev.firedrill.variable.Placeholder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Prometheus starts without a word when a pattern of rule files matches nothing.
@AutoService(Check.class)
public final class RuleFilePatterns implements DeploymentCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "prometheus/rule-files",
          Severity.WARNING,
          "pattern of rule files that matches nothing, rule file that no pattern takes");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Deployment deployment, Findings findings) {
    PrometheusConfig config = deployment.prometheus();
    if (config == null) {
      return;
    }
    Set<Path> taken = new HashSet<>();
    boolean all = !config.ruleFiles().isEmpty();
    for (Located<String> pattern : config.ruleFiles()) {
      List<Path> files = files(pattern.value(), config, deployment);
      taken.addAll(files);
      if (files.isEmpty()) {
        all = false;
        if (!Placeholder.isIn(pattern.value())) {
          findings.add(unmatched(pattern, findings));
        }
      }
    }
    // With one pattern gone astray nobody knows which files it was to take.
    if (all) {
      for (RuleFile file : findings.rules().files()) {
        Path place = deployment.place(file.source().path());
        if (!taken.contains(place) && !file.groups().isEmpty() && isPlain(file)) {
          findings.add(left(file, config, findings));
        }
      }
    }
  }

  // Rules in Kubernetes resources are loaded by the operator, not by a pattern.
  private static boolean isPlain(RuleFile file) {
    return !file.source().text().contains("kind: PrometheusRule")
        && !file.source().path().equals("-");
  }

  private static Diagnostic unmatched(Located<String> pattern, Findings findings) {
    String text = pattern.value();
    return findings
        .at(pattern.location(), "no file matches: Prometheus starts without these rules")
        .withHelp(
            text.startsWith("/")
                ? "if this is a path of a container, say where it lies by `path_map` of the stack"
                : "the pattern is relative to the folder of this file");
  }

  private static Diagnostic left(RuleFile file, PrometheusConfig config, Findings findings) {
    Location place = new Location(file.source(), Span.at(0));
    return findings
        .at(
            Severity.INFO,
            place,
            "no pattern under `rule_files` of " + config.source().path() + " takes this file")
        .withHelp("add it there, or move it to where the others are");
  }

  private static List<Path> files(String pattern, PrometheusConfig config, Deployment deployment) {
    Path own = deployment.place(config.source().path());
    Path folder = own.resolveSibling("").normalize();
    List<Path> found = glob(deployment.paths().resolve(pattern, folder), folder);
    if (!found.isEmpty()) {
      return found;
    }
    for (ComposeFile file : deployment.compose()) {
      for (ComposeService service : file.services()) {
        String seen = ContainerPath.of(pattern, own, service).orElse("");
        String host = service.host(seen).orElse("");
        if (!host.isEmpty()) {
          List<Path> mounted = glob(host, folder);
          if (!mounted.isEmpty()) {
            return mounted;
          }
        }
      }
    }
    return found;
  }

  private static List<Path> glob(String pattern, Path folder) {
    return FileGlob.of(pattern).files(folder).stream()
        .map(path -> path.toAbsolutePath().normalize())
        .toList();
  }
}
