package dev.firedrill.engine.function;

import com.google.re2j.Pattern;
import dev.firedrill.engine.operator.Enrich;
import dev.firedrill.engine.operator.InfoSeries;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.ReadTime;
import dev.firedrill.engine.operator.SelectInstant.Reading;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// `info`: adds the labels of info metrics about the same job and instance.
final class InfoFunction {
  private static final String DEFAULT_METRIC = "target_info";

  private InfoFunction() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("info", InfoFunction::plan);
  }

  private static Operator plan(CallArguments call) {
    Operator base = call.operator(0);
    List<LabelMatcher> names = new ArrayList<>();
    List<LabelMatcher> data = new ArrayList<>();
    for (LabelMatcher matcher : call.count() > 1 ? call.matchers(1) : List.<LabelMatcher>of()) {
      (matcher.name().equals(Labels.METRIC_NAME) ? names : data).add(matcher);
    }
    complete(names);
    boolean[] isInfo = new boolean[base.series().size()];
    List<Labels> enriched = new ArrayList<>();
    for (int i = 0; i < isInfo.length; i++) {
      String name = base.series().get(i).metricName();
      isInfo[i] = names.stream().allMatch(matcher -> matcher.matches(name));
      if (!isInfo[i]) {
        enriched.add(base.series().get(i));
      }
    }
    InfoSeries infos = infos(call, enriched, names, data);
    return new Enrich(base, isInfo, infos, data, call.steps(), call.span());
  }

  /// Says which info metrics are meant where the names alone do not.
  private static void complete(List<LabelMatcher> names) {
    if (names.isEmpty()) {
      names.add(LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.EQUAL, DEFAULT_METRIC));
    } else if (names.stream().allMatch(matcher -> matcher.operator().isNegative())) {
      names.add(LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.REGEX, ".+_info"));
    }
  }

  private static InfoSeries infos(
      CallArguments call, List<Labels> series, List<LabelMatcher> names, List<LabelMatcher> data) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (String label : InfoSeries.IDENTIFYING) {
      Set<String> values = new TreeSet<>();
      series.forEach(labels -> values.add(labels.get(label)));
      values.remove("");
      if (!values.isEmpty()) {
        String regex = String.join("|", values.stream().map(Pattern::quote).toList());
        matchers.add(LabelMatcher.of(label, LabelMatcher.Operator.REGEX, regex));
      }
    }
    if (matchers.isEmpty()) {
      return InfoSeries.NONE;
    }
    matchers.addAll(data);
    matchers.addAll(names);
    ReadTime time = call.firstRead(0);
    return new InfoSeries(
        call.select(matchers, time, Reading.VALUE),
        call.select(matchers, time, Reading.TIME),
        call.span());
  }
}
