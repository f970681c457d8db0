package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.Locale;

/// A rule that belongs to nobody is mended by nobody.
@AutoService(Check.class)
public final class RuleOwner implements RuleCheck {
  private static final Parameter<List<String>> LABELS =
      Parameter.strings("labels", List.of("owner", "team"), "labels that name the owner");
  private static final Parameter<List<String>> ALLOWED =
      Parameter.strings("allowed", List.of(), "the owners there are; empty for any");
  private static final CheckInfo INFO =
      CheckInfo.off("rule/owner", "rule without an owner: label or comment", LABELS, ALLOWED);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    String owner = owner(rule, group, findings.get(LABELS));
    List<String> allowed = findings.get(ALLOWED);
    if (owner.isEmpty()) {
      String label = findings.get(LABELS).stream().findFirst().orElse("owner");
      findings.add(
          findings
              .at(rule.name().location(), rule.name().value() + " has no owner")
              .withHelp(
                  "add the label `" + label + "`, or a comment `# owner: NAME` above the rule"));
    } else if (!allowed.isEmpty() && !allowed.contains(owner)) {
      findings.add(
          findings
              .at(
                  rule.name().location(),
                  rule.name().value()
                      + " belongs to `"
                      + owner
                      + "`, whom the settings do not know")
              .withHelp("known: " + String.join(", ", allowed)));
    }
  }

  private static String owner(Rule rule, RuleGroup group, List<String> labels) {
    for (String name : labels) {
      for (List<LabelText> texts : List.of(rule.labels(), group.labels())) {
        for (LabelText text : texts) {
          SourceText value = text.value();
          if (text.name().value().equals(name) && !value.text().isEmpty()) {
            return value.text();
          }
        }
      }
    }
    return commented(rule, group);
  }

  // Within the rule or right above it, above the group, or above all of the file.
  private static String commented(Rule rule, RuleGroup group) {
    SourceFile file = rule.location().file();
    String own =
        between(file, rule.location().start().line(), lastLine(file, rule.location().span().end()));
    if (!own.isEmpty()) {
      return own;
    }
    String above = above(file, rule.location().start().line());
    if (!above.isEmpty()) {
      return above;
    }
    above = above(file, group.location().start().line());
    return above.isEmpty() ? ofFile(file) : above;
  }

  private static int lastLine(SourceFile file, int end) {
    int line = 1;
    while (line < file.lineCount() && file.lineStart(line + 1) < end) {
      line++;
    }
    return line;
  }

  private static String between(SourceFile file, int first, int last) {
    for (int line = first; line <= last; line++) {
      String owner = ownerIn(file.line(line));
      if (!owner.isEmpty()) {
        return owner;
      }
    }
    return "";
  }

  private static String above(SourceFile file, int line) {
    for (int i = line - 1; i >= 1 && file.line(i).strip().startsWith("#"); i--) {
      String owner = ownerIn(file.line(i));
      if (!owner.isEmpty()) {
        return owner;
      }
    }
    return "";
  }

  private static String ofFile(SourceFile file) {
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.line(line).strip();
      if (text.startsWith("# pint file/owner ")) {
        return text.substring("# pint file/owner ".length()).strip();
      }
      if (!text.isEmpty() && !text.startsWith("#") && !text.equals("---")) {
        return "";
      }
      String owner = ownerIn(text);
      if (!owner.isEmpty()) {
        return owner;
      }
    }
    return "";
  }

  private static String ownerIn(String line) {
    int hash = line.indexOf('#');
    if (hash < 0) {
      return "";
    }
    String comment = line.substring(hash + 1).strip();
    if (comment.startsWith("pint rule/owner ")) {
      return comment.substring("pint rule/owner ".length()).strip();
    }
    return comment.toLowerCase(Locale.ROOT).startsWith("owner:")
        ? comment.substring("owner:".length()).strip()
        : "";
  }
}
