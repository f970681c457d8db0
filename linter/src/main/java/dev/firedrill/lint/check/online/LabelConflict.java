package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.References;
import dev.firedrill.template.References.Read;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A label of a rule keeps the server from adding its own of that name.
@AutoService(Check.class)
public final class LabelConflict implements OnlineCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/label-conflict",
          Severity.WARNING,
          "label that hides an external label, or `$externalLabels` the server lacks");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    PrometheusApi server = inquiry.prometheus().orElse(null);
    if (server == null || !isOfInterest(expr.rule())) {
      return List.of();
    }
    Map<String, String> external = ExternalLabels.of(server).orElse(null);
    if (external == null) {
      return List.of();
    }
    // What a prometheus.yml says is for checks that need no server.
    Set<String> known = inquiry.rules().server().externalLabels().keySet();
    List<Diagnostic> found = new ArrayList<>();
    for (LabelText label : expr.rule().labels()) {
      String name = label.name().value();
      String value = external.get(name);
      if (value != null && !known.contains(name)) {
        found.add(
            inquiry
                .at(
                    label.name().location(),
                    "`"
                        + name
                        + "` hides the server's external label "
                        + name
                        + "=\""
                        + value
                        + "\"")
                .withHelp("give the label another name"));
      }
    }
    if (expr.rule() instanceof AlertingRule alert) {
      for (LabelText text : texts(alert)) {
        missing(alert, text, external, inquiry, found);
      }
    }
    return found;
  }

  private static boolean isOfInterest(Rule rule) {
    return !rule.labels().isEmpty()
        || (rule instanceof AlertingRule alert && !alert.annotations().isEmpty());
  }

  private static List<LabelText> texts(AlertingRule alert) {
    List<LabelText> texts = new ArrayList<>(alert.labels());
    texts.addAll(alert.annotations());
    return texts;
  }

  private static void missing(
      AlertingRule alert,
      LabelText text,
      Map<String, String> external,
      Inquiry inquiry,
      List<Diagnostic> found) {
    String source = text.value().text();
    if (!source.contains("xternalLabels")
        || !(Templates.parse(Templates.ruleName(alert.name().value()), source, Dialect.RULE)
            instanceof TemplateResult.Parsed parsed)) {
      return;
    }
    for (Read read : References.of(parsed.templates()).below("ExternalLabels")) {
      if (read.path().size() != 2 || external.containsKey(read.name())) {
        continue;
      }
      String help =
          Spelling.nearest(read.name(), external.keySet())
              .map(near -> "did you mean `" + near + "`?")
              .orElse(
                  external.isEmpty()
                      ? "the server has no external labels"
                      : "it has "
                          + String.join(", ", external.keySet().stream().sorted().toList()));
      found.add(
          inquiry
              .at(
                  text.value().locate(read.span()),
                  "the server has no external label `" + read.name() + "`")
              .withHelp(help));
    }
  }
}
