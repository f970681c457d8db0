package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.cli.promtool.CheckRules.Verdict;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.prometheus.PrometheusReading;
import dev.firedrill.prometheus.ScrapeJob;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.rules.RuleFileOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `promtool check config`: the top level of prometheus.yml, its global settings, rule files and
/// scrape intervals.
///
/// @param lookback milliseconds that a query looks back
record CheckConfig(
    Session session,
    OrderedOutput output,
    LintOptions lint,
    CheckRules rules,
    boolean syntaxOnly,
    long lookback) {
  static int run(Session session, OrderedOutput output, Invocation invocation, Features features)
      throws IOException {
    long lookback;
    try {
      lookback =
          PrometheusDuration.parseMillis(String.valueOf(invocation.one("query.lookback-delta")));
    } catch (GoFormatException e) {
      output.err("promtool: error: " + e.getMessage() + ", try --help");
      return Promtool.FAILURE;
    }
    RuleFileOptions options =
        RuleFileOptions.DEFAULT
            .withPromql(features.parsing())
            .withIgnoreUnknownFields(invocation.isOn("ignore-unknown-fields"));
    LintOptions lint = LintOptions.forConfig(String.valueOf(invocation.one("lint")), output);
    CheckConfig check =
        new CheckConfig(
            session,
            output,
            lint,
            new CheckRules(session, output, options, lint),
            invocation.isOn("syntax-only"),
            lookback);
    Verdict verdict = Verdict.GOOD;
    for (String file : invocation.arguments("config-files")) {
      verdict = verdict.and(check.file(file));
    }
    return verdict.status(invocation.isOn("lint-fatal"));
  }

  private Verdict file(String file) throws IOException {
    output.out("Checking " + file);
    Verdict verdict = Verdict.GOOD;
    List<String> ruleFiles = new ArrayList<>();
    PrometheusConfig config = null;
    try {
      PrometheusConfig read = load(file);
      if (!syntaxOnly) {
        ruleFiles.addAll(ruleFiles(file, read));
        config = read;
      }
      if (!ruleFiles.isEmpty()) {
        output.out("  SUCCESS: " + ruleFiles.size() + " rule files found");
      }
      output.out(" SUCCESS: " + file + " is valid prometheus config file syntax");
    } catch (RefusedException e) {
      output.err("  FAILED: " + e.getMessage());
      verdict = new Verdict(true, true);
    }
    output.out("");
    return verdict.and(intervals(config)).and(rules.files(ruleFiles));
  }

  private PrometheusConfig load(String file) throws IOException, RefusedException {
    Path place = session.resolve(file);
    String text;
    try {
      text = ByteText.decode(Files.readAllBytes(place));
    } catch (IOException e) {
      throw new RefusedException(GoFiles.problem(place, file));
    }
    PrometheusReading reading = PrometheusReader.readAsPrometheus(SourceFile.of(file, text));
    PrometheusConfig config = reading.loaded().value();
    String rejection = reading.rejection();
    if (rejection != null || config == null) {
      throw new RefusedException("parsing YAML file " + file + ": " + rejection);
    }
    return config;
  }

  private List<String> ruleFiles(String file, PrometheusConfig config) throws RefusedException {
    List<String> all = new ArrayList<>();
    GoGlob glob = new GoGlob(session.directory());
    for (Located<String> written : config.ruleFiles()) {
      String pattern = GoFiles.joined(file, written.value());
      try {
        List<String> found = glob.files(pattern);
        if (found.isEmpty() && !pattern.contains("*")) {
          throw new RefusedException(
              GoQuote.quote(pattern) + " does not point to an existing file");
        }
        all.addAll(found);
      } catch (IllegalArgumentException e) {
        throw new RefusedException(String.valueOf(e.getMessage()));
      }
    }
    return all;
  }

  private Verdict intervals(@Nullable PrometheusConfig config) {
    if (config == null || !lint.scrapeIntervals() || lookback == 0) {
      return Verdict.GOOD;
    }
    for (ScrapeJob job : config.jobs()) {
      long interval = job.effectiveInterval(config.global()).toMillis();
      if (interval >= lookback) {
        output.err(
            "  FAILED: too long scrape interval found, data point will be marked as stale - job: "
                + job.name().value()
                + ", interval: "
                + PrometheusDuration.format(interval));
        return new Verdict(true, false);
      }
    }
    return Verdict.GOOD;
  }

  /// A configuration that promtool refuses.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
