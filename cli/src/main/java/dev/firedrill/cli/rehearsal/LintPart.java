package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.JudgementJson;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.ReadFindings;
import dev.firedrill.lint.ReaderChecks;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.lint.Suppressions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Are the rules valid, and are they good alerts?
final class LintPart {
  private LintPart() {}

  static Section rehearse(Rehearsed rehearsed) throws IOException {
    int workers = rehearsed.options().workers();
    Session session = rehearsed.session();
    StackFiles stack = rehearsed.files();
    Optional<SettingsFile> own = rehearsed.own();
    if (stack.rules().isEmpty()) {
      return Section.missing("lint", "no rule files");
    }
    List<InputFile> files = new ArrayList<>();
    for (Path path : stack.rules()) {
      files.add(new InputFile(Stacks.shown(session, path), true));
    }
    Optional<SettingsFile> file =
        own.isPresent()
            ? own
            : Stacks.settings(
                session, stack.rules().getFirst().toAbsolutePath().resolveSibling(""));
    ScopedSettings settings = LintRun.settings(session, file);
    RuleFileOptions reading =
        rehearsed.options().reading().withDialects(ReaderChecks.dialects(settings));
    RuleInputs inputs = RuleInputs.read(session, files, reading, workers).withoutForeign();
    List<Diagnostic> found = new ArrayList<>(inputs.diagnostics());
    LintRun run = new LintRun(session, reading, settings, rehearsed.servers()).withWorkers(workers);
    found.addAll(run.lintStack(inputs, stack));
    found = MoreSpecific.of(ReadFindings.withoutConsequences(found, inputs.files()));
    List<RuleFile> commented = new ArrayList<>(inputs.files());
    commented.addAll(run.configurations());
    found = Suppressions.apply(commented, found, settings, LocalDate.now(ZoneOffset.UTC));
    found = ReadFindings.adjusted(found, settings);
    return section(rehearsed, inputs, found);
  }

  private static Section section(Rehearsed stack, RuleInputs inputs, List<Diagnostic> found)
      throws IOException {
    List<SkippedFile> skipped = inputs.skipped();
    boolean failed = stack.fails(found) || stack.options().failures().failsFor(skipped);
    String summary =
        Counted.of(inputs.ruleCount(), "rule")
            + " in "
            + Counted.of(inputs.readings().size(), "file")
            + ", "
            + (found.isEmpty() ? "no findings" : Counted.of(found.size(), "finding"))
            + (skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped");
    Masking masking = SecretMasking.ofText();
    stack.told().news(found);
    List<String> details =
        found.isEmpty()
            ? List.of()
            : List.of(new DiagnosticText(stack.style().withMasking(masking)).render(found));
    Judgement judgement = Judgement.of(found, inputs.paths(), inputs.ruleCount(), skipped, masking);
    return new Section(
            "lint",
            failed ? Outcome.FAILED : Outcome.PASSED,
            summary,
            details,
            skipped.stream().map(LintPart::skipped).toList())
        .withItems(found.stream().map(LintPart::item).toList())
        .withReports(PartReports.of(new JudgementJson(judgement, Version.own()), judgement));
  }

  private static String skipped(SkippedFile file) {
    return "skipped: " + file.path() + " (" + file.kind().title() + ")";
  }

  private static SectionItem item(Diagnostic finding) {
    Masking masking = SecretMasking.ofText();
    return new SectionItem(
        SectionItem.tone(finding.severity()),
        finding.check(),
        SectionItem.place(finding.location()),
        masking.mask(finding.message(), finding.location()),
        new DiagnosticText(TextStyle.PLAIN.withMasking(masking)).render(List.of(finding)));
  }
}
