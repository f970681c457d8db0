package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import java.util.List;
import java.util.Map;

/// What alerts depend on in prometheus.yml.
///
/// @param ruleFiles patterns of rule files, relative to the file's folder
/// @param jobs in the order of the file
/// @param alertRelabelConfigs what is done to the labels of alerts that are sent
/// @param alertmanagers the items under `alerting.alertmanagers`
public record PrometheusConfig(
    SourceFile source,
    GlobalSettings global,
    List<Located<String>> ruleFiles,
    List<ScrapeJob> jobs,
    List<RelabelRule> alertRelabelConfigs,
    List<AlertmanagerTarget> alertmanagers,
    List<SourceText> scrapeConfigFiles) {
  public PrometheusConfig {
    ruleFiles = List.copyOf(ruleFiles);
    jobs = List.copyOf(jobs);
    alertRelabelConfigs = List.copyOf(alertRelabelConfigs);
    alertmanagers = List.copyOf(alertmanagers);
    scrapeConfigFiles = List.copyOf(scrapeConfigFiles);
  }

  /// Alertmanagers that are sent to alike.
  ///
  /// @param alertRelabelConfigs what is done to the labels of alerts that only these are sent
  public record AlertmanagerTarget(List<RelabelRule> alertRelabelConfigs) {
    public AlertmanagerTarget {
      alertRelabelConfigs = List.copyOf(alertRelabelConfigs);
    }

    private List<RelabelRule> withoutPlaces() {
      return alertRelabelConfigs.stream().map(RelabelRule::withoutPlace).toList();
    }
  }

  /// {@return whether it depends on the Alertmanager with which labels an alert is sent}
  public boolean alertmanagersDiffer() {
    return alertmanagers.stream().map(AlertmanagerTarget::withoutPlaces).distinct().count() > 1;
  }

  /// {@return what is made of the labels of alerts, for the first of the Alertmanagers}
  ///
  /// @param external the external labels that count, which may be others than those of the file
  public OutgoingLabels outgoing(Map<String, String> external) {
    List<RelabelRule> own =
        alertmanagers.isEmpty() ? List.of() : alertmanagers.getFirst().alertRelabelConfigs();
    return new OutgoingLabels(external, alertRelabelConfigs, own);
  }
}
