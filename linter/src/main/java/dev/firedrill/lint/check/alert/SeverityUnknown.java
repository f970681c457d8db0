package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A severity that no route knows goes to the default receiver.
@AutoService(Check.class)
public final class SeverityUnknown implements RuleSetCheck {
  private static final int LEAST_RULES = 5;
  private static final int LEAST_ROUTED = 2;
  private static final int MOST_VALUES = 6;
  private static final Parameter<String> LABEL =
      new Parameter<>("label", "severity", "name of the label that says how severe an alert is");
  private static final Parameter<List<String>> ALLOWED =
      Parameter.strings(
          "allowed",
          List.of(),
          "the severities there are; where none are given, those of most rules");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "severity/unknown",
          Severity.WARNING,
          "severity that is none of those in use",
          LABEL,
          ALLOWED);

  // What people know how to misspell, wherever they work.
  private static final List<String> WELL_KNOWN =
      List.of("critical", "warning", "info", "page", "none", "ticket", "error", "notice");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    String label = findings.get(LABEL);
    List<SourceText> severities = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (List<AlertingRule> alerts : findings.rules().alerts().values()) {
      for (AlertingRule alert : alerts) {
        AlertLabels.label(alert, findings.rules().groupOf(alert), label)
            .filter(value -> !value.text().isEmpty() && !value.text().contains("{{"))
            .ifPresent(
                value -> {
                  severities.add(value);
                  counts.merge(value.text(), 1, Integer::sum);
                });
      }
    }
    List<String> allowed = findings.get(ALLOWED);
    List<String> known = allowed.isEmpty() ? inferred(counts, routed(label, findings)) : allowed;
    Set<SourceText> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (SourceText value : severities) {
      if (!known.contains(value.text()) && reported.add(value)) {
        report(value, known, !allowed.isEmpty(), findings);
      }
    }
  }

  private static void report(
      SourceText value, List<String> known, boolean told, Findings findings) {
    List<String> near = new ArrayList<>(known);
    near.addAll(told ? List.of() : WELL_KNOWN);
    String text = value.text();
    String meant =
        near.contains(text)
            ? null
            : Spelling.nearest(text, near).filter(name -> isSlip(text, name)).orElse(null);
    if (meant != null) {
      findings.add(
          findings
              .at(Severity.ERROR, value.location(), "`" + text + "` is no severity")
              .withHelp("did you mean `" + meant + "`?"));
    } else if (!known.isEmpty()) {
      findings.add(
          findings
              .at(
                  value.location(),
                  "`" + text + "` is none of the severities " + (told ? "there are" : "in use"))
              .withHelp("known: " + String.join(", ", known)));
    }
  }

  // Short words are near to too many others.
  private static boolean isSlip(String text, String name) {
    return text.equalsIgnoreCase(name)
        || (text.length() >= 4
            && Math.abs(text.length() - name.length()) <= 2
            && startAndEndAlike(text, name));
  }

  // `notify` is no slip of `notice`: people who hurry leave out, double and swap what is inside.
  private static boolean startAndEndAlike(String text, String name) {
    String one = text.toLowerCase(Locale.ROOT);
    int start = 0;
    while (start < Math.min(one.length(), name.length())
        && one.charAt(start) == name.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(one.length(), name.length()) - start
        && one.charAt(one.length() - 1 - end) == name.charAt(name.length() - 1 - end)) {
      end++;
    }
    int odd = Math.max(one.length(), name.length()) - start - end;
    boolean swapped = one.length() == name.length() && odd == 2 && isSwap(one, name, start);
    return odd <= 1 || swapped;
  }

  private static boolean isSwap(String one, String other, int at) {
    return one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
  }

  /// The severities that routes ask for.
  private static Set<String> routed(String label, Findings findings) {
    Set<String> values = new TreeSet<>();
    AlertmanagerConfig routing = findings.rules().deployment().alertmanager();
    if (routing != null) {
      for (Route route : routing.route().all()) {
        for (Located<Matcher> matcher : route.matchers()) {
          if (matcher.value().name().equals(label)) {
            matcher.value().acceptedValues().ifPresent(values::addAll);
          }
        }
      }
    }
    values.remove("");
    return values;
  }

  // A word that few of many rules use, beside few words that most of them use or routes ask for, is
  // an outlier.
  private static List<String> inferred(Map<String, Integer> counts, Set<String> routed) {
    int all = 0;
    Set<String> usual = new TreeSet<>(routed);
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      all += entry.getValue();
      if (entry.getValue() > 1 || WELL_KNOWN.contains(entry.getKey())) {
        usual.add(entry.getKey());
      }
    }
    boolean clear =
        routed.size() >= LEAST_ROUTED || (all >= LEAST_RULES && counts.size() <= MOST_VALUES);
    return clear ? List.copyOf(usual) : List.of();
  }
}
