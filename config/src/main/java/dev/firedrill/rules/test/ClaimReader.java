package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.StateClaim.Phase;
import dev.firedrill.rules.test.StateClaim.Stretch;
import dev.firedrill.rules.test.StateClaim.When;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads when an alert is in a state: `never`, `ever`, `12m..18m`, `from 12m`, `until 18m`,
/// `at 5m` or `5m`, or a list of such times.
final class ClaimReader {
  private static final String CHECK = "test/window";

  private final YamlProblems problems;
  private final YamlValues values;
  private final Phase phase;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Duration> instants = new ArrayList<>();
  private When when = When.TIMES;

  private ClaimReader(Phase phase, YamlProblems problems) {
    this.phase = phase;
    this.problems = problems;
    this.values = new YamlValues(problems);
  }

  /// {@return the claim; null where it was reported}
  static @Nullable StateClaim read(Phase phase, YamlNode node, YamlProblems problems) {
    return new ClaimReader(phase, problems).read(node);
  }

  private @Nullable StateClaim read(YamlNode node) {
    List<YamlNode> parts = node instanceof SequenceNode list ? list.items() : List.of(node);
    boolean good = !parts.isEmpty();
    for (YamlNode part : parts) {
      SourceText text = values.text(part);
      good &= text != null && part(text, parts.size() == 1);
    }
    if (parts.isEmpty()) {
      problems.value(CHECK, "no times: expected such as 12m..18m, or never", node.written());
    }
    return good ? new StateClaim(phase, when, stretches, instants, node.location()) : null;
  }

  private boolean part(SourceText source, boolean alone) {
    String text = source.text().strip();
    try {
      if (text.equals("never") || text.equals("ever")) {
        if (!alone) {
          throw new GoFormatException(GoFormatException.Kind.SYNTAX, text + " stands alone");
        }
        when = text.equals("never") ? When.NEVER : When.EVER;
      } else {
        times(text);
      }
      return true;
    } catch (GoFormatException e) {
      refuse(String.valueOf(e.getMessage()), source.location());
      return false;
    }
  }

  private void times(String text) {
    int dots = text.indexOf("..");
    if (dots >= 0) {
      stretch(text.substring(0, dots), text.substring(dots + 2));
    } else if (text.startsWith("from ")) {
      stretch(text.substring("from ".length()), "");
    } else if (text.startsWith("until ")) {
      stretch("", text.substring("until ".length()));
    } else {
      instants.add(time(text.startsWith("at ") ? text.substring("at ".length()) : text));
    }
  }

  private void stretch(String from, String until) {
    if (phase == Phase.RESOLVES) {
      throw new GoFormatException(
          GoFormatException.Kind.SYNTAX, "an alert resolves at one time: expected such as at 18m");
    }
    Duration start = from.isBlank() ? Duration.ZERO : time(from);
    Duration end = until.isBlank() ? null : time(until);
    if (end != null && end.compareTo(start) <= 0) {
      throw new GoFormatException(
          GoFormatException.Kind.SYNTAX, "the end must come after the start");
    }
    stretches.add(new Stretch(start, end));
  }

  private static Duration time(String text) {
    return Duration.ofMillis(PrometheusDuration.parseMillis(text.strip()));
  }

  private void refuse(String message, Location place) {
    String help =
        phase == Phase.RESOLVES
            ? "expected at 18m, never or ever, or a list of times"
            : "expected 12m..18m, from 12m, until 18m, at 12m, never or ever, or a list of times";
    Location shown =
        place.span().length() == 0
            ? new Location(place.file(), Span.at(place.span().start()))
            : place;
    problems.value(Diagnostic.error(CHECK, message, shown).withHelp(help), message);
  }
}
