package dev.firedrill.engine.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.Relabel;
import dev.firedrill.labels.GoTemplateExpansion;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Re2;
import dev.firedrill.labels.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Functions that change labels and leave values alone.
final class LabelFunctions {
  private LabelFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("label_replace", LabelFunctions::replace);
    plans.put("label_join", LabelFunctions::join);
  }

  private static Operator replace(CallArguments call) {
    String target = target(call);
    String source = call.text(3);
    Pattern pattern = pattern(call, call.text(4));
    GoTemplateExpansion replacement = GoTemplateExpansion.of(call.text(2), pattern);
    return new Relabel(
        "label_replace to " + target,
        call.operator(0),
        new Replacement(target, source, pattern, replacement),
        call.span());
  }

  private static Pattern pattern(CallArguments call, String text) {
    try {
      return Re2.compile("^(?s:" + text + ")$", 0);
    } catch (PatternSyntaxException e) {
      throw new EvaluationException(
          "invalid regular expression in label_replace(): " + text, call.span());
    }
  }

  private static Operator join(CallArguments call) {
    String target = target(call);
    String separator = call.text(2);
    List<String> sources = new ArrayList<>();
    for (int i = 3; i < call.count(); i++) {
      sources.add(checked(call, "source", call.text(i)));
    }
    return new Relabel(
        "label_join to " + target,
        call.operator(0),
        new Joining(target, separator, sources),
        call.span());
  }

  private record Replacement(
      String target, String source, Pattern pattern, GoTemplateExpansion replacement)
      implements Relabel.Change {
    @Override
    public Labels apply(Labels labels) {
      Matcher matcher = pattern.matcher(labels.get(source));
      return matcher.matches()
          ? labels.toBuilder().set(target, replacement.expand(matcher)).build()
          : labels;
    }

    @Override
    public boolean namesAnew(Labels labels) {
      return target.equals(Labels.METRIC_NAME) && pattern.matcher(labels.get(source)).matches();
    }
  }

  private record Joining(String target, String separator, List<String> sources)
      implements Relabel.Change {
    @Override
    public Labels apply(Labels labels) {
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < sources.size(); i++) {
        joined.append(i > 0 ? separator : "").append(labels.get(sources.get(i)));
      }
      return labels.toBuilder().set(target, joined.toString()).build();
    }

    @Override
    public boolean namesAnew(Labels labels) {
      return target.equals(Labels.METRIC_NAME);
    }
  }

  private static String target(CallArguments call) {
    return checked(call, "destination", call.text(1));
  }

  private static String checked(CallArguments call, String role, String name) {
    if (name.isEmpty() || !Utf8.isValid(name)) {
      throw new EvaluationException(
          "invalid " + role + " label name in " + call.name() + "(): " + name, call.span());
    }
    return name;
  }
}
