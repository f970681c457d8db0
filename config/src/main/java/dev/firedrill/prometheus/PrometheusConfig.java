package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.yaml.YamlNode;
import java.util.List;

/// What alerts depend on in prometheus.yml.
///
/// @param ruleFiles patterns of rule files, relative to the file's folder
/// @param jobs in the order of the file
/// @param alertRelabelConfigs the items under `alerting.alert_relabel_configs`, as written
public record PrometheusConfig(
    SourceFile source,
    GlobalSettings global,
    List<Located<String>> ruleFiles,
    List<ScrapeJob> jobs,
    List<YamlNode> alertRelabelConfigs,
    List<SourceText> scrapeConfigFiles) {
  public PrometheusConfig {
    ruleFiles = List.copyOf(ruleFiles);
    jobs = List.copyOf(jobs);
    alertRelabelConfigs = List.copyOf(alertRelabelConfigs);
    scrapeConfigFiles = List.copyOf(scrapeConfigFiles);
  }
}
