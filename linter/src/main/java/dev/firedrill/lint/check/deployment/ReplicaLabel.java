package dev.firedrill.lint.check.deployment;

import com.google.auto.service.AutoService;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.Re2;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.DeploymentCheck;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.List;

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
      if (findings.get(LABELS).contains(name) && !isDropped(name, config.alertRelabelConfigs())) {
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

  private static boolean isDropped(String label, List<YamlNode> configs) {
    boolean there = true;
    for (YamlNode node : configs) {
      if (node instanceof MappingNode config) {
        there &= !drops(config, label);
      }
    }
    return !there;
  }

  private static boolean drops(MappingNode config, String label) {
    return switch (text(config, "action", "replace")) {
      case "labeldrop" -> matches(text(config, "regex", "(.*)"), label);
      case "labelkeep" -> !matches(text(config, "regex", "(.*)"), label);
      case "replace" -> label.equals(text(config, "target_label", "")) && isConstant(config, label);
      default -> false;
    };
  }

  // The same value, or none, on all replicas.
  private static boolean isConstant(MappingNode config, String label) {
    boolean readsItself =
        config.get("source_labels").orElse(null) instanceof YamlNode.SequenceNode labels
            && labels.items().stream()
                .anyMatch(item -> item instanceof ScalarNode text && text.text().equals(label));
    return !readsItself || !text(config, "replacement", "$1").contains("$");
  }

  private static boolean matches(String regex, String label) {
    try {
      return Re2.compile(regex, Pattern.DOTALL).matches(label);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private static String text(MappingNode config, String field, String otherwise) {
    return config.get(field).orElse(null) instanceof ScalarNode text ? text.text() : otherwise;
  }
}
