package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.prometheus.PrometheusConfig.AlertmanagerTarget;
import dev.firedrill.rules.LabelText;
import dev.firedrill.variable.Placeholder;
import dev.firedrill.variable.VariableExpansion;
import dev.firedrill.yaml.GoErrors;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the parts of prometheus.yml that alerts depend on; whatever else stands there is skipped.
public final class PrometheusReader {
  static final String CHECK = "prometheus/invalid";
  private static final String[] OTHER_GLOBALS = {
    "scrape_protocols",
    "extra_scrape_metrics",
    "query_log_file",
    "scrape_failure_log_file",
    "body_size_limit",
    "sample_limit",
    "target_limit",
    "label_limit",
    "label_name_length_limit",
    "label_value_length_limit",
    "keep_dropped_targets",
    "metric_name_validation_scheme",
    "metric_name_escaping_scheme",
    "always_scrape_classic_histograms",
    "convert_classic_histograms_to_nhcb",
    "scrape_native_histograms"
  };
  private static final List<String> GLOBALS =
      List.of(
          "scrape_interval",
          "scrape_timeout",
          "evaluation_interval",
          "rule_query_offset",
          "external_labels");

  private final SourceFile file;
  private final @Nullable Map<String, String> variables;
  private final YamlProblems problems = new YamlProblems();
  // What Prometheus looks at when the whole file is decoded.
  private final YamlProblems checks = new YamlProblems();
  private final List<Diagnostic> notices = new ArrayList<>();

  private PrometheusReader(SourceFile file, @Nullable Map<String, String> variables) {
    this.file = file;
    this.variables = variables;
  }

  /// Reads a file.
  ///
  /// @param variables values for `${NAME}`; a placeholder without one is reported and not judged
  public static Loaded<PrometheusConfig> read(SourceFile file, Map<String, String> variables) {
    return new PrometheusReader(file, variables).read();
  }

  /// Reads a file as Prometheus does: placeholders are plain text, and no setting is passed over
  /// in `global`.
  public static PrometheusReading readAsPrometheus(SourceFile file) {
    PrometheusReader reader = new PrometheusReader(file, null);
    Loaded<PrometheusConfig> loaded = reader.read();
    String rejection = GoErrors.first(reader.problems.all(), reader.checks.all()).orElse(null);
    return new PrometheusReading(loaded, rejection);
  }

  private Loaded<PrometheusConfig> read() {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V2);
    problems.addAll(stream.problems());
    Optional<YamlNode> document = stream.first();
    if (document.isEmpty() && !stream.complete()) {
      return new Loaded<>(null, diagnostics());
    }
    PrometheusConfig config = document.map(this::read).orElseGet(() -> empty(file));
    return new Loaded<>(config, diagnostics());
  }

  // Prometheus starts with an empty file.
  private static PrometheusConfig empty(SourceFile file) {
    return new PrometheusConfig(
        file, GlobalSettings.DEFAULT, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private PrometheusConfig read(YamlNode document) {
    YamlFields fields = YamlFields.of(expanded(document), "config.plain", problems);
    GlobalSettings global =
        fields.object("global", "config.plain").map(this::global).orElse(GlobalSettings.DEFAULT);
    List<Located<String>> ruleFiles = new ArrayList<>();
    for (SourceText pattern : fields.strings("rule_files")) {
      checkPattern(pattern);
      ruleFiles.add(new Located<>(pattern.text(), pattern.location()));
    }
    List<ScrapeJob> jobs = fields.list("scrape_configs", "*config.ScrapeConfig", this::job);
    new ScrapeJobChecks(checks).check(jobs, global);
    RelabelReader relabelling = new RelabelReader(problems, checks);
    YamlFields alerting = fields.object("alerting", "config.plain").orElse(null);
    List<RelabelRule> relabel = List.of();
    List<AlertmanagerTarget> targets = List.of();
    if (alerting != null) {
      relabel = relabelling.rules(alerting, "alert_relabel_configs", "alert");
      targets = alerting.list("alertmanagers", "*config.AlertmanagerConfig", this::target);
      alerting.finish();
    }
    List<SourceText> scrapeFiles = fields.strings("scrape_config_files");
    fields.allow("runtime", "storage", "tracing", "remote_write", "remote_read", "otlp");
    fields.finish();
    return new PrometheusConfig(file, global, ruleFiles, jobs, relabel, targets, scrapeFiles);
  }

  private AlertmanagerTarget target(YamlNode node) {
    // What else stands here says where the Alertmanagers are.
    YamlFields fields = YamlFields.of(node, "config.AlertmanagerConfig", problems);
    RelabelReader relabelling = new RelabelReader(problems, checks);
    return new AlertmanagerTarget(
        relabelling.rules(fields, "alert_relabel_configs", "Alertmanager alert"));
  }

  private YamlNode expanded(YamlNode document) {
    Map<String, String> values = variables;
    if (values == null) {
      return document;
    }
    VariableExpansion expansion = new VariableExpansion(values, YamlDialect.GO_V2);
    YamlNode filledIn = expansion.expand(document);
    notices.addAll(expansion.diagnostics());
    return filledIn;
  }

  private GlobalSettings global(YamlFields fields) {
    Located<Duration> scrapeInterval = duration(fields, "scrape_interval");
    Located<Duration> scrapeTimeout = duration(fields, "scrape_timeout");
    Located<Duration> evaluationInterval = duration(fields, "evaluation_interval");
    Located<Duration> queryOffset = duration(fields, "rule_query_offset");
    List<LabelText> labels = fields.map("external_labels", LabelText::new);
    for (LabelText label : labels) {
      String name = label.name().value();
      if (name.isEmpty()) {
        problems.value(
            CHECK, GoQuote.quote(name) + " is not a valid label name", label.name().location());
      }
    }
    reportUnknown(fields);
    Duration interval =
        scrapeInterval == null ? GlobalSettings.DEFAULT_INTERVAL : scrapeInterval.value();
    if (scrapeTimeout != null && scrapeTimeout.value().compareTo(interval) > 0) {
      problems.value(
          CHECK, "global scrape timeout greater than scrape interval", scrapeTimeout.location());
    }
    return new GlobalSettings(
        scrapeInterval, scrapeTimeout, evaluationInterval, queryOffset, labels);
  }

  // New settings come with each release; but where Prometheus's own verdict is asked for, only what
  // looks like a known one is reported.
  private void reportUnknown(YamlFields fields) {
    fields.allow(OTHER_GLOBALS);
    for (Entry entry : fields.rest()) {
      if (variables != null && Spelling.nearest(entry.name(), GLOBALS).isEmpty()) {
        fields.allow(entry.name());
      }
    }
    fields.finish();
  }

  private ScrapeJob job(YamlNode node) {
    if (YamlValues.isNull(node)) {
      checks.value(CHECK, "empty or null scrape config section", node.written());
      return new ScrapeJob(new Located<>("", node.written()), null, null, node.written());
    }
    YamlFields fields = YamlFields.of(node, "config.plain", problems);
    Located<String> name = fields.string("job_name");
    Located<Duration> interval = duration(fields, "scrape_interval");
    Located<Duration> timeout = duration(fields, "scrape_timeout");
    if (name == null || name.value().isEmpty()) {
      problems.value(CHECK, "job_name is empty", fields.location());
      name = new Located<>("", fields.location());
    }
    return new ScrapeJob(name, interval, timeout, fields.location());
  }

  // Zero is what Prometheus takes for nothing written.
  private @Nullable Located<Duration> duration(YamlFields fields, String name) {
    boolean open =
        fields
            .node(name)
            .filter(node -> node instanceof ScalarNode text && isOpen(text.text()))
            .isPresent();
    Located<Duration> duration =
        open
            ? null
            : fields.scalar(name, text -> Duration.ofMillis(PrometheusDuration.parseMillis(text)));
    return duration == null || duration.value().isZero() ? null : duration;
  }

  private void checkPattern(SourceText pattern) {
    // Only in the name of a file: rule files may lie in folders of any name, but without wildcards.
    String text = pattern.text();
    int star = text.indexOf('*');
    if (star >= 0 && text.indexOf('/', star) >= 0 && !isOpen(text)) {
      String message = "invalid rule file path " + GoQuote.quote(text);
      checks.value(
          Diagnostic.error(CHECK, message, pattern.location())
              .withHelp("Prometheus takes '*' only behind the last '/'"),
          message);
    }
  }

  private boolean isOpen(String text) {
    return variables != null && Placeholder.isIn(text);
  }

  private List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(notices);
    all.addAll(problems.diagnostics());
    all.addAll(checks.diagnostics());
    all.sort(DiagnosticOrder::byPlace);
    return all;
  }
}
