package dev.firedrill.replay.why;

import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleOutput;
import java.util.ArrayList;
import java.util.List;

/// The instances of an alert that do not have the labels asked for.
///
/// @param asked the labels asked for
/// @param written those of them to which the rule itself gives another value, with that value: it
///     has no instance with what was asked for, ever
/// @param firing how many of the others fired then
/// @param active how many of the others had been active by then
/// @param examples some of those that fired, or of the others where none did; at most three
public record PassedOver(
    Labels asked, Labels written, int firing, int active, List<Labels> examples) {
  private static final int EXAMPLES = 3;

  public PassedOver {
    examples = List.copyOf(examples);
  }

  static PassedOver of(AlertHistory history, RuleOutput output, Labels asked) {
    Labels.Builder written = new Labels.Builder();
    asked.forEach(
        (name, value) -> {
          String own = output.labels().get(name);
          if (own != null && !own.equals(value)) {
            written.set(name, own);
          }
        });
    List<Labels> firing = new ArrayList<>();
    List<Labels> others = new ArrayList<>();
    for (Labels instance : history.turns().keySet()) {
      if (history.hadTurns(instance) && !has(instance, asked)) {
        ActiveAlert then = history.then(instance);
        (then != null && then.isFiring() ? firing : others).add(instance);
      }
    }
    List<Labels> some = firing.isEmpty() ? others : firing;
    return new PassedOver(
        asked,
        written.build(),
        firing.size(),
        firing.size() + others.size(),
        some.subList(0, Math.min(EXAMPLES, some.size())));
  }

  /// {@return whether an instance has all labels asked for}
  static boolean has(Labels instance, Labels asked) {
    for (int i = 0; i < asked.size(); i++) {
      if (!instance.get(asked.name(i)).equals(asked.value(i))) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether that is why there may be nothing to tell}
  public boolean matters() {
    return written.size() > 0 || active > 0;
  }
}
