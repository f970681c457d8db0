package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.Patterns;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/// Whoever is paged at night wants to be told what to do.
@AutoService(Check.class)
public final class AnnotationRunbook implements AlertCheck {
  private static final Parameter<String> NAME =
      new Parameter<>("annotation", "runbook_url", "name of the annotation that holds the URL");
  private static final Parameter<List<String>> SEVERITIES =
      Parameter.strings(
          "severities", List.of("critical", "page"), "severities that need a runbook");
  private static final Parameter<List<String>> ALLOWED =
      Parameter.strings(
          "allowed_urls", List.of(), "patterns of which a URL must match one as a whole");
  private static final Parameter<Map<String, List<String>>> PAGES =
      Parameter.stringsByName(
          "pages", "by the start of a URL, the folder here that holds its pages as Markdown");
  private static final Parameter<List<String>> SECTIONS =
      Parameter.strings("sections", List.of(), "headings that each page must have");
  private static final CheckInfo INFO =
      CheckInfo.convention(
          "annotation/runbook",
          "alert that pages without a runbook, or with one that is no URL",
          NAME,
          SEVERITIES,
          ALLOWED,
          PAGES,
          SECTIONS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    String name = findings.get(NAME);
    AlertLabels.annotation(rule, name)
        .ifPresentOrElse(
            url -> checkUrl(rule, name, url, findings),
            () -> reportMissing(rule, group, name, findings));
  }

  private static void reportMissing(
      AlertingRule rule, RuleGroup group, String name, Findings findings) {
    AlertLabels.label(rule, group, "severity")
        .map(SourceText::text)
        .filter(findings.get(SEVERITIES)::contains)
        .ifPresent(
            severity ->
                findings.add(
                    findings
                        .at(
                            isUsual(name, findings) ? Severity.WARNING : Severity.INFO,
                            rule.name().location(),
                            severity + " alert " + rule.name().value() + " has no runbook")
                        .withHelp("add `" + name + ": https://...` under `annotations:`")));
  }

  // Where most have one, one that is missing was forgotten.
  private static boolean isUsual(String name, Findings findings) {
    return findings
        .rules()
        .once(RunbookShare.class, RunbookShare::new)
        .isUsual(name, findings.get(SEVERITIES));
  }

  private static void checkUrl(AlertingRule rule, String name, SourceText url, Findings findings) {
    // A templated URL is known only when the alert fires; a placeholder has a check of its own.
    if (url.text().contains("{{") || AnnotationEmpty.isPlaceholder(url.text())) {
      return;
    }
    if (isWebAddress(url.text())) {
      checkAllowed(rule, name, url, findings);
      checkPage(url, findings);
      return;
    }
    findings.add(
        findings
            .at(
                Severity.ERROR,
                url.location(),
                "`" + name + "` of alert " + rule.name().value() + " is not a URL")
            .withHelp("write it in full: https://host/path"));
  }

  private static void checkPage(SourceText url, Findings findings) {
    findings
        .get(PAGES)
        .forEach(
            (start, folders) -> {
              if (url.text().startsWith(start)) {
                for (String problem :
                    RunbookPage.problems(
                        url.text().substring(start.length()),
                        folders.stream().map(findings.rules().deployment()::place).toList(),
                        findings.get(SECTIONS))) {
                  findings.add(
                      findings
                          .at(Severity.ERROR, url.location(), problem)
                          .withHelp("the settings say that its pages lie in " + folders));
                }
              }
            });
  }

  private static void checkAllowed(
      AlertingRule rule, String name, SourceText url, Findings findings) {
    List<String> allowed = findings.get(ALLOWED);
    if (!allowed.isEmpty()
        && allowed.stream().noneMatch(pattern -> Patterns.matches(pattern, url.text()))) {
      findings.add(
          findings
              .at(
                  Severity.ERROR,
                  url.location(),
                  "`"
                      + name
                      + "` of alert "
                      + rule.name().value()
                      + " leads elsewhere than allowed")
              .withHelp("allowed: " + String.join(", ", allowed)));
    }
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
