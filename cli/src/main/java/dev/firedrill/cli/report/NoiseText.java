package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.AlwaysFiring;
import dev.firedrill.replay.noise.Flapping;
import dev.firedrill.replay.noise.NeverFired;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.replay.noise.Together;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What makes alerts noisy, for people.
///
/// @param zone in which times are shown
public record NoiseText(Noise noise, ZoneId zone) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (noise.isEmpty()) {
      out.append("noise: none\n");
      return;
    }
    out.append("noise\n");
    flapping(out);
    together(out);
    always(out);
    never(out);
  }

  private void flapping(Appendable out) throws IOException {
    for (Flapping flapping : noise.flapping()) {
      AlertReplay alert = flapping.alert();
      out.append("  ").append(name(alert)).append(" flaps: ");
      out.append(Counted.of(alert.firings(), "firing")).append(", ");
      out.append(String.valueOf(flapping.flaps())).append(" within an hour after the one before");
      out.append(", half of them ").append(ClockText.duration(flapping.medianMillis()));
      out.append(" or shorter, ").append(Counted.of(flapping.instances(), "instance")).append('\n');
      remedy(out, "keep_firing_for", alert.rule().keepFiringFor(), flapping.keepFiring());
      remedy(out, "for", alert.rule().holdDuration(), flapping.hold());
    }
  }

  private static void remedy(
      Appendable out, String key, @Nullable Located<Duration> now, Flapping.@Nullable Remedy remedy)
      throws IOException {
    if (remedy != null) {
      out.append("    ").append(key).append(": ").append(ClockText.duration(remedy.millis()));
      out.append(now == null ? "" : " (now " + ClockText.duration(now.value().toMillis()) + ")");
      out.append(" would have made that ").append(Counted.of(remedy.firings(), "firing"));
      out.append('\n');
    }
  }

  private void together(Appendable out) throws IOException {
    for (Together together : noise.together()) {
      TogetherWords words = new TogetherWords(together);
      out.append("  ").append(words.sentence());
      out.append(words.inhibitionAdvised() ? ":\n" : "\n");
      if (words.inhibitionAdvised()) {
        for (String line : NoiseYaml.inhibition(together).lines().toList()) {
          out.append("    ").append(line).append('\n');
        }
      }
      if (words.groupingAdvised()) {
        out.append("    ").append(words.grouping()).append('\n');
      }
    }
  }

  private void always(Appendable out) throws IOException {
    for (AlwaysFiring always : noise.always()) {
      out.append("  ").append(name(always.alert())).append(" fires all the time: ");
      out.append(String.valueOf(always.instances())).append(" of ");
      out.append(Counted.of(always.alert().instances().size(), "instance")).append(", ");
      out.append(NoiseWords.percent(always.share())).append(" of the evaluations");
      out.append(always.unconditional() ? "; it reads no series, perhaps on purpose\n" : "\n");
    }
  }

  private void never(Appendable out) throws IOException {
    NoiseWords words = new NoiseWords(zone);
    for (NeverFired never : noise.never()) {
      String start = "  " + name(never.alert()) + " never fired: ";
      for (NeverFired.Reason reason : never.reasons()) {
        out.append(start).append(words.of(reason)).append('\n');
        start = "    ";
      }
    }
  }

  private static String name(AlertReplay alert) {
    return alert.rule().name().value();
  }
}
