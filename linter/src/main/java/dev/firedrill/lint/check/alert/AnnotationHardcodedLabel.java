package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import org.jspecify.annotations.Nullable;

/// The text names one instance, whichever of them is broken.
@AutoService(Check.class)
public final class AnnotationHardcodedLabel implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "annotation/hardcoded-label", Severity.INFO, "text that names an instance by hand");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    for (LabelText annotation : rule.annotations()) {
      Span address = address(annotation.value().text());
      if (address == null) {
        continue;
      }
      String text = annotation.value().text().substring(address.start(), address.end());
      boolean selected = flow != null && isSelected(flow, text);
      boolean carried = flow != null && flow.facts().labels().mayHave("instance");
      if (!selected) {
        findings.add(
            findings
                .at(
                    annotation.value().locate(address),
                    "`" + text + "` stands in the text by hand, whichever instance is meant")
                .withHelp(
                    carried
                        ? "write `{{ $labels.instance }}`"
                        : "keep the label `instance` in the expression and write"
                            + " `{{ $labels.instance }}`"));
      }
    }
  }

  // An expression about this one instance may name it.
  private static boolean isSelected(Flow flow, String address) {
    return ExprWalk.selectors(flow.root()).stream()
        .flatMap(selector -> selector.matchers().stream())
        .anyMatch(matcher -> matcher.value().equals(address));
  }

  /// {@return the first host and port in a text that is part of no URL}
  private static @Nullable Span address(String text) {
    for (int colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
      int start = colon;
      while (start > 0 && isHost(text.charAt(start - 1))) {
        start--;
      }
      int end = colon + 1;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      boolean port = end - colon > 4 && end - colon <= 6;
      boolean whole =
          end == text.length() || (!isHost(text.charAt(end)) && text.charAt(end) != '/');
      if (port && whole && isAddress(text.substring(start, colon)) && !isInUrl(text, start)) {
        return new Span(start, end);
      }
    }
    return null;
  }

  private static boolean isHost(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean isAddress(String host) {
    return host.equals("localhost")
        || (host.length() > 3 && host.indexOf('.') > 0 && !host.endsWith("."));
  }

  private static boolean isInUrl(String text, int start) {
    return start > 0 && (text.charAt(start - 1) == '/' || text.charAt(start - 1) == '@');
  }
}
