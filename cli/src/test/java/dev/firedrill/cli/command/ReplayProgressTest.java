package dev.firedrill.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.series.TimeRange;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
  private static final TimeRange RANGE = new TimeRange(0, 40_000_000);

  private final StringWriter shown = new StringWriter();
  private long clock = 7;

  private ReplayProgress progress(boolean terminal) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            Path.of(""),
            InputStream.nullInputStream(),
            nowhere,
            new PrintWriter(shown, true),
            terminal);
    return new ReplayProgress(new ProgressLine(session), RANGE, () -> clock);
  }

  @Test
  void saysHowFarItIsAndHowLongItWillTake() {
    ReplayProgress progress = progress(true);
    progress.at(0);
    clock += 3_000_000_000L;
    progress.at(10_000_000);
    assertThat(shown.toString())
        .endsWith("\r[#####...............] 25%  1970-01-01T02:46:40Z  9s left");
  }

  @Test
  void doesNotShowEveryEvaluation() {
    ReplayProgress progress = progress(true);
    progress.at(0);
    clock += 1_000_000;
    progress.at(60_000);
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void wipesItsLine() {
    ReplayProgress progress = progress(true);
    progress.at(0);
    clock += 3_000_000_000L;
    progress.at(40_000_000);
    progress.clear();
    assertThat(shown.toString()).endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    ReplayProgress progress = progress(false);
    progress.at(0);
    clock += 3_000_000_000L;
    progress.at(10_000_000);
    progress.clear();
    assertThat(shown.toString()).isEmpty();
  }
}
