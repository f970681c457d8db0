package dev.firedrill.cli.finding;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.ReadFindings;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.Suppressions;
import dev.firedrill.rules.RuleFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Makes a judgement of all that was found in rules and the configurations around them.
public final class LintOutcome {
  private LintOutcome() {}

  /// {@return the judgement: without what only follows from something else, comments that silence
  ///     findings heeded, severities as the settings have them}
  ///
  /// @param inputs the rule files that were looked at
  /// @param runs which linted them
  public static Judgement of(
      List<Diagnostic> found, RuleInputs inputs, List<LintRun> runs, ScopedSettings settings) {
    List<Diagnostic> left = ReadFindings.withoutConsequences(found, inputs.files());
    List<RuleFile> commented = new ArrayList<>(inputs.files());
    List<RuleSet> ruleSets = new ArrayList<>();
    ReceiverSecrets secrets = new ReceiverSecrets();
    for (LintRun run : runs) {
      commented.addAll(run.configurations());
      ruleSets.addAll(run.ruleSets());
      for (AlertmanagerConfig config : run.alertmanagers()) {
        commented.add(new RuleFile(config.source(), List.of()));
        secrets.add(config);
      }
    }
    Masking rulesMasking = SecretMasking.ofText();
    Suppressions.Outcome outcome =
        Suppressions.split(
            commented, MoreSpecific.of(left), settings, LocalDate.now(ZoneOffset.UTC));
    return Judgement.of(
            ReadFindings.adjusted(outcome.findings(), settings),
            inputs.paths(),
            inputs.ruleCount(),
            inputs.skipped(),
            Masking.all(List.of(rulesMasking, secrets)))
        .withSilenced(outcome.silenced())
        .withRuleSets(ruleSets);
  }
}
