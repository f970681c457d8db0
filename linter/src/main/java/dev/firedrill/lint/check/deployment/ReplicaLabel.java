package dev.firedrill.lint.check.deployment;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.DeploymentCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.RelabelRule;
import dev.firedrill.rules.LabelText;
import java.util.List;
import java.util.Map;

/// Two replicas of Prometheus send the same alert; only without the label that tells them apart
/// does Alertmanager see that it is one.
@AutoService(Check.class)
public final class ReplicaLabel implements DeploymentCheck {
  private static final Parameter<List<String>> LABELS =
      Parameter.strings(
          "labels",
          List.of("replica", "prometheus_replica", "ha_replica", "__replica__"),
          "external labels that tell replicas apart");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "prometheus/replica-label",
          Severity.WARNING,
          "replica label that reaches Alertmanager: every page comes twice",
          LABELS);

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
    for (LabelText label : config.global().externalLabels()) {
      String name = label.name().value();
      if (findings.get(LABELS).contains(name)
          && !isDropped(name, config.outgoing(Map.of()).rules())) {
        findings.add(
            findings
                .at(
                    label.name().location(),
                    "`"
                        + name
                        + "` tells replicas apart and stays on alerts: each replica's page counts"
                        + " as another alert")
                .withHelp(
                    "drop it under `alerting.alert_relabel_configs`: action labeldrop, regex "
                        + name));
      }
    }
  }

  private static boolean isDropped(String label, List<RelabelRule> rules) {
    return rules.stream().anyMatch(rule -> drops(rule, label));
  }

  private static boolean drops(RelabelRule rule, String label) {
    return switch (rule.action()) {
      case LABELDROP -> rule.pattern().matches(label);
      case LABELKEEP -> !rule.pattern().matches(label);
      // The same value, or none, on all replicas.
      case REPLACE ->
          rule.targetLabel().equals(label)
              && !(rule.sourceLabels().contains(label)
                  && RelabelRule.isTemplate(rule.replacement()));
      default -> false;
    };
  }
}
