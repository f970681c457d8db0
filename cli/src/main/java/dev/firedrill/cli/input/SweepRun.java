package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.AlertSender;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.PostedAlert;
import dev.firedrill.notify.Receivers;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.VariantReplay;
import dev.firedrill.replay.sweep.SuggestedThreshold;
import dev.firedrill.replay.sweep.SweepException;
import dev.firedrill.replay.sweep.SweepPlan;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Variants of an alerting rule replayed, and how often an Alertmanager would have told of each.
///
/// The other alerts of the rules are replayed once; each variant is sent with them as if it stood
/// in
/// its rule's place, since other alerts may be grouped with it or inhibit it.
public final class SweepRun {
  private final RuleReplay replay;
  private final List<RuleFile> files;
  private final SeriesSource source;
  private final TimeRange range;
  private final AlertListener onlooker;

  /// What an evaluation of a rule sent.
  ///
  /// @param position of the rule among all
  private record Post(long time, int position, List<PostedAlert> alerts) {}

  /// A run of rules on data.
  ///
  /// @param onlooker is told how far it is
  public SweepRun(
      RuleReplay replay,
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      AlertListener onlooker) {
    this.onlooker = onlooker;
    this.replay = replay;
    this.files = List.copyOf(files);
    this.source = source;
    this.range = range;
  }

  /// What came of it.
  ///
  /// @param pages notifications of each variant, in the order of the plan; null without
  ///     Alertmanager
  public record Result(VariantReplay.Outcome outcome, @Nullable List<Integer> pages) {}

  /// {@return what the variants would have done}
  /// @param config whom an Alertmanager tells; null for none
  public Result run(SweepPlan plan, @Nullable AlertmanagerConfig config) {
    if (config == null) {
      return new Result(replay.vary(files, source, range, plan, onlooker, 0), null);
    }
    RememberedTime remembered = RememberedTime.of(replay, files, source, range);
    long longer = remembered.longer();
    IdentityHashMap<Rule, List<Post>> varied = new IdentityHashMap<>();
    int position = positions().getOrDefault(plan.rule(), 0);
    VariantReplay.Outcome outcome =
        replay.vary(files, source, range, plan, collector(varied, rule -> position), longer);
    IdentityHashMap<Rule, List<Post>> all = new IdentityHashMap<>();
    IdentityHashMap<Rule, Integer> positions = positions();
    AlertListener collector = collector(all, rule -> positions.getOrDefault(rule, 0));
    replay.run(files, source, range, collector, longer);
    all.remove(plan.rule());
    List<Post> others = new ArrayList<>();
    all.values().forEach(others::addAll);
    String name = plan.rule().name().value();
    long start = remembered.start();
    List<Integer> pages = new ArrayList<>();
    for (SweepPlan.Variant variant : plan.variants()) {
      List<Post> posts = new ArrayList<>(others);
      posts.addAll(varied.getOrDefault(variant.rule(), List.of()));
      pages.add(pages(posts, start, config, name));
      onlooker.sent(pages.size(), plan.variants().size());
    }
    return new Result(outcome, pages);
  }

  /// {@return the values that a rule compares with a threshold}
  /// @throws SweepException if there are none
  public ValueDistribution values(AlertingRule rule, SuggestedThreshold threshold) {
    SweepPlan asItIs = SweepPlan.of(rule, List.of(), ParseOptions.DEFAULT);
    VariantReplay.Outcome outcome = replay.vary(files, source, range, asItIs, onlooker, 0);
    TimeGrid times =
        outcome
            .alerts()
            .getFirst()
            .queried()
            .orElseThrow(() -> new SweepException("--suggest: the rule is never evaluated"));
    return ValueDistribution.of(threshold, replay.evaluator(), outcome.source(), times);
  }

  private IdentityHashMap<Rule, Integer> positions() {
    IdentityHashMap<Rule, Integer> positions = new IdentityHashMap<>();
    for (RuleFile file : files) {
      file.rules().forEach(rule -> positions.put(rule, positions.size()));
    }
    return positions;
  }

  private AlertListener collector(
      IdentityHashMap<Rule, List<Post>> into, ToIntFunction<Rule> position) {
    IdentityHashMap<Rule, AlertSender> senders = new IdentityHashMap<>();
    return (rule, interval, time, alerts) -> {
      onlooker.evaluated(rule, interval, time, alerts);
      List<PostedAlert> due =
          senders
              .computeIfAbsent(rule, each -> new AlertSender(interval, replay.outgoing()))
              .due(alerts, time);
      if (!due.isEmpty()) {
        into.computeIfAbsent(rule, each -> new ArrayList<>())
            .add(new Post(time, position.applyAsInt(rule), due));
      }
    };
  }

  private int pages(List<Post> posts, long start, AlertmanagerConfig config, String alert) {
    posts.sort(Comparator.comparingLong(Post::time).thenComparingInt(Post::position));
    long first = posts.isEmpty() ? start : Math.min(start, posts.getFirst().time());
    AlertmanagerSimulation alertmanager =
        new AlertmanagerSimulation(config, Behaviour.V0_34, Receivers.WORKING, first);
    for (Post post : posts) {
      // As posts come in the order of time, what was posted need not be kept.
      alertmanager.passUntil(post.time());
      alertmanager.post(post.time(), post.alerts());
    }
    int pages = 0;
    for (Notification each :
        alertmanager.runUntil(range.last()).since(range.first()).notifications()) {
      pages += tells(each, alert) ? 1 : 0;
    }
    return pages;
  }

  private static boolean tells(Notification notification, String alert) {
    return notification.alerts().stream()
        .anyMatch(each -> each.isFiring() && each.labels().get(Labels.ALERT_NAME).equals(alert));
  }
}
