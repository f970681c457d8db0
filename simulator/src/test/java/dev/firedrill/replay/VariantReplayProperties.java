package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.Promql;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleExpr;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RandomRules;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Variants that are replayed side by side do what each does when all rules are replayed with it in
/// its rule's place.
class VariantReplayProperties {
  private static final int TICKS = 14;

  @Property(tries = 150)
  void variantsDoWhatTheyDoAlone(@ForAll long seed) {
    Random random = new Random(seed);
    String text = new RandomRules(random).file();
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    SeriesStore data = data(random);
    long start = random.nextBoolean() ? 0 : 60_000L * random.nextInt(TICKS);
    Replay.Settings settings = settings(start);
    for (Rule rule : file.rules()) {
      if (rule instanceof AlertingRule alert) {
        List<AlertingRule> variants = variants(alert);
        VariantReplay.Outcome together =
            VariantReplay.run(
                List.of(file), data, settings, alert, variants, AlertListener.NONE, 0);
        // Others may know more of the time before the start than the rules ask for.
        int compared = start == 0 ? variants.size() : 1;
        for (int i = 0; i < compared; i++) {
          assertThat(told(together.alerts().get(i), together.failures(), variants.get(i)))
              .as(text + alert.name().value() + " " + i)
              .isEqualTo(alone(file, data, settings, alert, variants.get(i)));
        }
      }
    }
  }

  private static List<String> alone(
      RuleFile file,
      SeriesStore data,
      Replay.Settings settings,
      AlertingRule rule,
      AlertingRule variant) {
    List<RuleGroup> groups = new ArrayList<>();
    for (RuleGroup group : file.groups()) {
      List<Rule> rules = new ArrayList<>();
      group.rules().forEach(each -> rules.add(each.equals(rule) ? variant : each));
      groups.add(group.withRules(rules));
    }
    RuleFile changed = new RuleFile(file.source(), groups);
    ReplayReport report = Replay.run(List.of(changed), data, settings);
    for (AlertReplay alert : report.alerts()) {
      if (alert.rule().location().equals(rule.location())) {
        return told(alert, report.failures(), alert.rule());
      }
    }
    throw new AssertionError("not replayed: " + rule.name().value());
  }

  private static List<String> told(
      AlertReplay alert, List<RuleFailure> failures, AlertingRule rule) {
    List<String> told = new ArrayList<>();
    alert.instances().forEach(each -> told.add(each.labels() + " " + each.intervals()));
    told.sort(null);
    for (RuleFailure failure : failures) {
      if (failure.rule().equals(rule)) {
        told.add(failure.time() + " " + failure.message());
      }
    }
    told.add(alert.firings() + " " + alert.firingMillis() + " " + alert.flaps());
    return told;
  }

  private static List<AlertingRule> variants(AlertingRule rule) {
    String text = rule.expr().source().text();
    return List.of(
        variant(rule, text, rule.holdDuration(), rule.keepFiringFor()),
        variant(rule, text, null, rule.keepFiringFor()),
        variant(rule, text, minutes(rule, 4), null),
        variant(rule, text, rule.holdDuration(), minutes(rule, 3)),
        variant(rule, "(" + text + ") > 2", minutes(rule, 1), null),
        variant(rule, "(" + text + ") > 2", null, null));
  }

  private static Located<Duration> minutes(AlertingRule rule, int minutes) {
    return new Located<>(Duration.ofMinutes(minutes), rule.location());
  }

  private static AlertingRule variant(
      AlertingRule rule,
      String text,
      @Nullable Located<Duration> hold,
      @Nullable Located<Duration> keep) {
    SourceText source =
        SourceText.unmapped(rule.location().file(), text, rule.expr().source().location().span());
    RuleExpr expr = new RuleExpr(source, Promql.parse(text), null);
    return new AlertingRule(
        rule.name(), expr, hold, keep, rule.labels(), rule.annotations(), rule.location());
  }

  private static Replay.Settings settings(long start) {
    return new Replay.Settings(
        new TimeRange(start, 60_000L * (TICKS - 1)),
        60_000,
        0,
        EngineOptions.DEFAULT,
        (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false));
  }

  private static SeriesStore data(Random random) {
    SeriesStore data = new SeriesStore();
    for (int metric = 0; metric < 3; metric++) {
      for (String a : List.of("x", "y", "z")) {
        Labels labels = Labels.of("__name__", "m" + metric, "a", a);
        for (int tick = random.nextInt(6); tick < TICKS; tick++) {
          boolean stale = random.nextInt(10) == 0;
          data.append(
              labels, tick * 60_000L, stale ? StaleNaN.STALE_NAN : random.nextInt(90) / 10.0);
        }
      }
    }
    data.append(Labels.of("__name__", "always"), 0, 1);
    data.append(Labels.of("__name__", "always"), 60_000L * (TICKS - 1), 1);
    return data;
  }
}
