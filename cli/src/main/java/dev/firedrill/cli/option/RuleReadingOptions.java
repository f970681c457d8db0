package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.promql.type.PrometheusVersion;
import dev.firedrill.rules.RuleFileOptions;
import java.util.Optional;

/// By which syntax rule files are read, and how their rules are evaluated: `--enable-feature`,
/// `--prometheus-version`, `--ignore-unknown-fields`.
public final class RuleReadingOptions {
  private final FeatureOptions features;
  private final Value version;
  private final Flag ignoreUnknownFields;

  /// Declares the options.
  public RuleReadingOptions(Options options) {
    features = new FeatureOptions(options);
    version =
        options.value(
            "--prometheus-version",
            "V",
            "what the rules will run on: newer syntax is an error (default: "
                + PrometheusVersion.NEWEST
                + ")");
    ignoreUnknownFields =
        options.flag("--ignore-unknown-fields", "pass over fields that Prometheus does not know");
    options.whenParsed(this::version);
  }

  /// {@return how rule files are read}
  public RuleFileOptions options() {
    return RuleFileOptions.DEFAULT
        .withPromql(features.parsing())
        .withIgnoreUnknownFields(ignoreUnknownFields.given())
        .withVersion(version());
  }

  private PrometheusVersion version() {
    Optional<String> given = version.get();
    return given.isEmpty()
        ? PrometheusVersion.NEWEST
        : PrometheusVersion.parse(given.get())
            .orElseThrow(
                () ->
                    new UsageException(
                        "--prometheus-version '" + given.get() + "': expected 2.53, v3.5.0"));
  }

  /// {@return how rules are evaluated}
  public EngineOptions engine() {
    return features.engine();
  }
}
