package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Evaluating rules over the whole of time gives what evaluating them step by step gives: the same
/// samples in the same order of series, the same alerts, the same failures.
class RulesOverTimeProperties {
  private static final TimeGrid TICKS = new TimeGrid(0, 60_000, 14);
  // One plan for a step or a few, for some, for all.
  private static final long[] PLAN_SAMPLES = {2, 6, 40, Long.MAX_VALUE};

  @Property(tries = 600)
  void wholeIsStepByStep(@ForAll long seed) {
    Random random = new Random(seed);
    String text = new RandomRules(random).file();
    List<Series> given = given(random);
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    RuleSelection rules = RuleGraph.of(file.groups()).all();

    long planSamples = PLAN_SAMPLES[random.nextInt(PLAN_SAMPLES.length)];
    RulesOverTime whole = RulesOverTime.whole(rules, group -> TICKS, setting(planSamples));
    for (int tick = 0; tick < TICKS.count(); tick++) {
      give(given, tick, whole);
    }
    Assume.that(whole.prepare());
    List<String> together = new ArrayList<>();
    for (int tick = 0; tick < TICKS.count(); tick++) {
      evaluate(whole, tick, together);
    }
    samples(whole, together);

    RulesOverTime single = RulesOverTime.stepByStep(rules, group -> TICKS, setting(Long.MAX_VALUE));
    single.prepare();
    List<String> each = new ArrayList<>();
    for (int tick = 0; tick < TICKS.count(); tick++) {
      give(given, tick, single);
      evaluate(single, tick, each);
    }
    samples(single, each);

    assertThat(together).as(text).isEqualTo(each);
  }

  private static RulesOverTime.Setting setting(long planSamples) {
    return new RulesOverTime.Setting(
        new Engine(EngineOptions.DEFAULT.withBatchSteps(4)),
        series -> series,
        (engine, series) -> new RuleTexts(engine, series, Map.of(), "", false),
        new RulesOverTime.Plans(
            series -> series,
            planSamples == Long.MAX_VALUE ? PlanSlices.unlimited() : PlanSlices.ofRead(planSamples),
            planSamples % 2 == 0 ? ForkJoinPool.commonPool() : null),
        true,
        null);
  }

  private static List<Series> given(Random random) {
    List<Series> given = new ArrayList<>();
    for (int metric = 0; metric < 3; metric++) {
      for (String a : List.of("x", "y", "z")) {
        for (String b : List.of("", "q")) {
          if (random.nextInt(3) > 0) {
            given.add(
                new Series(Labels.of("__name__", "m" + metric, "a", a, "b", b), values(random)));
          }
        }
      }
    }
    return given;
  }

  private static Samples values(Random random) {
    Samples samples = new Samples();
    for (int tick = random.nextInt(6); tick < TICKS.count(); tick++) {
      switch (random.nextInt(10)) {
        case 0 -> {}
        case 1 -> samples.append(TICKS.time(tick), StaleNaN.STALE_NAN);
        case 2 -> samples.append(TICKS.time(tick) - 7_000, random.nextInt(9));
        default -> samples.append(TICKS.time(tick), random.nextInt(90) / 10.0);
      }
    }
    return samples;
  }

  private static void give(List<Series> given, int tick, RulesOverTime rules) {
    SeriesStore store = rules.store();
    long from = tick == 0 ? Long.MIN_VALUE : TICKS.time(tick - 1) + 1;
    for (Series series : given) {
      Samples samples = series.samples().between(from, TICKS.time(tick));
      for (int i = 0; i < samples.size(); i++) {
        store.append(series.labels(), samples.time(i), samples.value(i));
      }
    }
    rules.given(TICKS.time(tick));
  }

  private static void evaluate(RulesOverTime rules, int tick, List<String> into) {
    for (GroupRunner group : rules.groups()) {
      for (RuleFailure failure : group.evaluate(TICKS.time(tick))) {
        into.add(tick + " failed " + failure.rule().name().value() + " " + failure.message());
      }
      for (RuleEvaluator evaluator : group.evaluators()) {
        if (evaluator instanceof AlertingEvaluator alerting) {
          for (ActiveAlert alert : alerting.alerts()) {
            into.add(tick + " " + alert + " " + alert.value() + " " + alert.annotations());
          }
        }
      }
    }
  }

  private static void samples(RulesOverTime rules, List<String> into) {
    for (Series series : rules.source().select(List.of(), TimeRange.ALL)) {
      StringBuilder line = new StringBuilder(series.labels().toString());
      for (int i = 0; i < series.samples().size(); i++) {
        long bits = Double.doubleToRawLongBits(series.samples().value(i));
        line.append(' ').append(series.samples().time(i)).append('=').append(bits);
      }
      into.add(line.toString());
    }
  }
}
