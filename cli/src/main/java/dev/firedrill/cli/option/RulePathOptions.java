package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.rules.RuleFileOptions;
import java.io.IOException;
import java.util.List;

/// Which rule files a command reads, and by which syntax.
public final class RulePathOptions {
  private final Values paths;
  private final FeatureOptions features;
  private final Flag ignoreUnknownFields;

  /// Declares the arguments and options.
  public RulePathOptions(Options options) {
    paths = options.arguments("[PATH...]", "files, folders, globs, or - (default: this folder)");
    features = new FeatureOptions(options);
    ignoreUnknownFields =
        options.flag("--ignore-unknown-fields", "pass over fields that Prometheus does not know");
  }

  /// {@return the rule files that were asked for}
  public RuleInputs read(Session session) throws IOException {
    List<String> given = paths.get();
    return RuleInputs.read(
        session, PathSelection.of(session, given.isEmpty() ? List.of(".") : given), options());
  }

  /// {@return how rule files are read}
  public RuleFileOptions options() {
    return RuleFileOptions.DEFAULT
        .withPromql(features.parsing())
        .withIgnoreUnknownFields(ignoreUnknownFields.given());
  }
}
