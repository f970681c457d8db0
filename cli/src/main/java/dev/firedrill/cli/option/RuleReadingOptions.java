package dev.firedrill.cli.option;

import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;

/// By which syntax rule files are read, and how their rules are evaluated: `--enable-feature`,
// `--ignore-unknown-fields`.
public final class RuleReadingOptions {
  private final FeatureOptions features;
  private final Flag ignoreUnknownFields;

  /// Declares the options.
  public RuleReadingOptions(Options options) {
    features = new FeatureOptions(options);
    ignoreUnknownFields =
        options.flag("--ignore-unknown-fields", "pass over fields that Prometheus does not know");
  }

  /// {@return how rule files are read}
  public RuleFileOptions options() {
    return RuleFileOptions.DEFAULT
        .withPromql(features.parsing())
        .withIgnoreUnknownFields(ignoreUnknownFields.given());
  }

  /// {@return how rules are evaluated}
  public EngineOptions engine() {
    return features.engine();
  }
}
