package dev.firedrill.alertmanager.route;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.prometheus.RelabelAction;
import dev.firedrill.prometheus.RelabelRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known, without data, of alerts that rules of relabelling have gone over: what cannot be
/// told counts as possible.
///
/// @param labels of those that are sent
/// @param sent whether any may be
/// @param filters the rules that drop some of them, or may
public record PossibleSending(KnownLabels labels, boolean sent, List<RelabelRule> filters) {
  // Of this many combinations of values each is tried.
  private static final int MOST_VALUES = 64;

  public PossibleSending {
    filters = List.copyOf(filters);
  }

  /// {@return what becomes of alerts}
  public static PossibleSending of(KnownLabels labels, List<RelabelRule> rules) {
    PossibleSending sending = new PossibleSending(labels, true, List.of());
    for (RelabelRule rule : rules) {
      if (sending.sent()) {
        sending = sending.after(rule);
      }
    }
    return sending;
  }

  private PossibleSending after(RelabelRule rule) {
    return switch (rule.action()) {
      case KEEP, DROP -> filtered(rule, matches(rule));
      case KEEPEQUAL, DROPEQUAL -> filtered(rule, equal(rule));
      case REPLACE -> with(replaced(rule));
      case HASHMOD, LOWERCASE, UPPERCASE -> with(converted(rule));
      case LABELMAP -> with(mapped(rule));
      case LABELDROP -> with(dropped(rule));
      case LABELKEEP -> with(kept(rule));
    };
  }

  private PossibleSending with(KnownLabels changed) {
    return new PossibleSending(changed, sent, filters);
  }

  /// @param verdict whether what the rule looks for holds
  private PossibleSending filtered(RelabelRule rule, Verdict verdict) {
    RelabelAction action = rule.action();
    boolean keeps = action == RelabelAction.KEEP || action == RelabelAction.KEEPEQUAL;
    if (verdict == Verdict.SOMETIMES) {
      List<RelabelRule> more = new ArrayList<>(filters);
      more.add(rule);
      KnownLabels left = assumption(rule, keeps).map(labels::assuming).orElse(labels);
      return new PossibleSending(left, !left.impossible(), more);
    }
    boolean left = (verdict == Verdict.ALWAYS) == keeps;
    return new PossibleSending(labels, left, filters);
  }

  /// {@return what holds for alerts that a rule leaves; empty where that is no matcher}
  private Optional<Matcher> assumption(RelabelRule rule, boolean keeps) {
    if (rule.action() == RelabelAction.KEEP || rule.action() == RelabelAction.DROP) {
      return matcher(rule, keeps ? Operator.REGEX : Operator.NOT_REGEX);
    }
    return source(rule)
        .value()
        .map(
            value ->
                Matcher.of(rule.targetLabel(), keeps ? Operator.EQUAL : Operator.NOT_EQUAL, value));
  }

  private Verdict equal(RelabelRule rule) {
    LabelKnowledge target = labels.of(rule.targetLabel());
    LabelKnowledge source = source(rule);
    String value = source.value().orElse(null);
    return value == null
        ? Verdict.SOMETIMES
        : target.verdict(Matcher.of(rule.targetLabel(), Operator.EQUAL, value));
  }

  /// {@return what is known of the values of the source labels, joined}
  private LabelKnowledge source(RelabelRule rule) {
    if (rule.sourceLabels().size() == 1) {
      return labels.of(rule.sourceLabels().getFirst());
    }
    List<String> joined = List.of("");
    for (int i = 0; i < rule.sourceLabels().size(); i++) {
      if (!(labels.of(rule.sourceLabels().get(i)) instanceof LabelKnowledge.OneOf(var values))
          || joined.size() * values.size() > MOST_VALUES) {
        return LabelKnowledge.anything();
      }
      List<String> longer = new ArrayList<>();
      for (String start : joined) {
        for (String value : values) {
          longer.add(start + (i > 0 ? rule.separator() : "") + value);
        }
      }
      joined = longer;
    }
    return LabelKnowledge.oneOf(joined);
  }

  /// {@return whether the regular expression matches the source labels}
  private Verdict matches(RelabelRule rule) {
    return switch (source(rule)) {
      case LabelKnowledge.OneOf(List<String> values) -> {
        Pattern pattern = rule.pattern();
        long matching = values.stream().filter(pattern::matches).count();
        yield matching == 0
            ? Verdict.NEVER
            : matching == values.size() ? Verdict.ALWAYS : Verdict.SOMETIMES;
      }
      case LabelKnowledge.Unknown unknown -> {
        if (rule.regex().equals(RelabelRule.ANYTHING) || rule.regex().equals(".*")) {
          yield Verdict.ALWAYS;
        }
        yield matcher(rule, Operator.REGEX).map(unknown::verdict).orElse(Verdict.SOMETIMES);
      }
    };
  }

  private KnownLabels replaced(RelabelRule rule) {
    return switch (source(rule)) {
      case LabelKnowledge.OneOf(List<String> values) -> replaced(rule, values);
      case LabelKnowledge.Unknown unknown -> {
        Verdict verdict = matches(rule);
        if (verdict == Verdict.NEVER) {
          yield labels;
        }
        if (RelabelRule.isTemplate(rule.targetLabel())) {
          yield KnownLabels.ANY;
        }
        LabelKnowledge made = made(rule, unknown);
        LabelKnowledge before = labels.of(rule.targetLabel());
        yield labels.with(rule.targetLabel(), verdict == Verdict.ALWAYS ? made : before.or(made));
      }
    };
  }

  private static LabelKnowledge made(RelabelRule rule, LabelKnowledge source) {
    if (!RelabelRule.isTemplate(rule.replacement())) {
      return LabelKnowledge.of(rule.replacement());
    }
    boolean same =
        rule.regex().equals(RelabelRule.ANYTHING)
            && rule.replacement().equals(RelabelRule.WHOLE)
            && rule.sourceLabels().size() == 1
            && rule.sourceLabels().getFirst().equals(rule.targetLabel());
    return same ? source : LabelKnowledge.anything();
  }

  private KnownLabels replaced(RelabelRule rule, List<String> values) {
    Pattern pattern = rule.pattern();
    Map<String, List<String>> made = new LinkedHashMap<>();
    for (String value : values) {
      Map.Entry<String, String> set = rule.replaced(value, pattern);
      if (!set.getKey().isEmpty()) {
        made.computeIfAbsent(set.getKey(), name -> new ArrayList<>()).add(set.getValue());
      }
    }
    KnownLabels changed = labels;
    for (Map.Entry<String, List<String>> target : made.entrySet()) {
      LabelKnowledge now = LabelKnowledge.oneOf(target.getValue());
      boolean always = target.getValue().size() == values.size();
      String name = target.getKey();
      changed = changed.with(name, always ? now : labels.of(name).or(now));
    }
    return changed;
  }

  private KnownLabels converted(RelabelRule rule) {
    LabelKnowledge made =
        switch (source(rule)) {
          case LabelKnowledge.OneOf(List<String> values) ->
              LabelKnowledge.oneOf(values.stream().map(rule::converted).toList());
          case LabelKnowledge.Unknown _ ->
              rule.action() == RelabelAction.HASHMOD
                  ? LabelKnowledge.present(rule.targetLabel())
                  : LabelKnowledge.anything();
        };
    return labels.with(rule.targetLabel(), made);
  }

  private KnownLabels mapped(RelabelRule rule) {
    Set<String> names = new LinkedHashSet<>(labels.named().keySet());
    Optional<Set<String>> accepted = accepted(rule);
    if (labels.open() && accepted.isEmpty()) {
      // What nothing is known of may be copied to any name.
      return KnownLabels.ANY;
    }
    accepted.ifPresent(names::addAll);
    Pattern pattern = rule.pattern();
    KnownLabels changed = labels;
    Set<String> targets = new LinkedHashSet<>();
    for (String name : names) {
      LabelKnowledge known = labels.of(name);
      String target = rule.mapped(name, pattern);
      if (target.isEmpty() || known.equals(LabelKnowledge.missing())) {
        continue;
      }
      // Of two labels copied to one name the later wins, which is not followed.
      boolean again = !targets.add(target);
      boolean always = !known.mayBeMissing() && !again;
      changed =
          changed.with(target, always ? known(known, target) : either(changed, known, target));
    }
    return changed;
  }

  private static LabelKnowledge either(KnownLabels now, LabelKnowledge known, String target) {
    return now.of(target).or(known(known, target));
  }

  // Matchers are of a label by its name.
  private static LabelKnowledge known(LabelKnowledge known, String target) {
    return switch (known) {
      case LabelKnowledge.OneOf one -> one;
      case LabelKnowledge.Unknown _ ->
          known.mayBeMissing() ? LabelKnowledge.anything() : LabelKnowledge.present(target);
    };
  }

  private KnownLabels dropped(RelabelRule rule) {
    Pattern pattern = rule.pattern();
    KnownLabels changed = labels;
    Set<String> names = new LinkedHashSet<>(labels.named().keySet());
    accepted(rule).ifPresent(names::addAll);
    for (String name : names) {
      if (pattern.matches(name)) {
        changed = changed.with(name, LabelKnowledge.missing());
      }
    }
    return changed;
  }

  private KnownLabels kept(RelabelRule rule) {
    Pattern pattern = rule.pattern();
    Optional<Set<String>> accepted = accepted(rule);
    Set<String> names = new LinkedHashSet<>(labels.named().keySet());
    accepted.ifPresent(names::addAll);
    boolean closes = accepted.isPresent() || !labels.open();
    KnownLabels changed = closes ? KnownLabels.NONE : labels;
    for (String name : names) {
      changed =
          changed.with(name, pattern.matches(name) ? labels.of(name) : LabelKnowledge.missing());
    }
    return changed;
  }

  /// {@return the only names that the rule's regular expression matches, where that can be told}
  private static Optional<Set<String>> accepted(RelabelRule rule) {
    try {
      return LabelMatcher.of("name", Operator.REGEX, rule.regex()).acceptedValues();
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /// {@return the rule's regular expression as a matcher of its only source label; empty where it
  ///     has several, or where brackets match only with those that Prometheus puts around}
  private static Optional<Matcher> matcher(RelabelRule rule, Operator operator) {
    try {
      return rule.sourceLabels().size() == 1
          ? Optional.of(Matcher.of(rule.sourceLabels().getFirst(), operator, rule.regex()))
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
