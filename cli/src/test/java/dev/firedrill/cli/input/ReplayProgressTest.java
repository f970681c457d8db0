package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.series.TimeRange;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
  private static final TimeRange RANGE = new TimeRange(0, 40_000_000);

  private final StringWriter shown = new StringWriter();
  private long clock = 7;

  @Test
  void saysHowFarItIsAndHowLongItWillTake() {
    replayed(progress(true), Duration.ofSeconds(3), 10_000_000);
    assertThat(shown.toString())
        .endsWith("\r[#####...............] 25%  1970-01-01T02:46:40Z  9s left");
  }

  @Test
  void saysWhatIsDoneBefore() {
    ReplayProgress progress = progress(true);
    pass(Duration.ofSeconds(1));
    progress.scanned(20_000_000);
    assertThat(shown.toString()).endsWith("\r[##########..........] 50%  of the data looked over");
    pass(Duration.ofSeconds(1));
    progress.ahead(4, 8, 20_000_000);
    assertThat(shown.toString())
        .endsWith("\r[########............] 44%  rule 4 of 8 that others read");
  }

  @Test
  void saysHowManySettingsWereSent() {
    ReplayProgress progress = progress(true);
    pass(Duration.ofSeconds(1));
    progress.sent(3, 12);
    assertThat(shown.toString())
        .endsWith("\r[#####...............] 25%  sent to Alertmanager: 3 of 12");
  }

  @Test
  void doesNotShowEveryEvaluation() {
    replayed(progress(true), Duration.ofMillis(1), 60_000);
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void wipesItsLine() {
    ReplayProgress progress = progress(true);
    replayed(progress, Duration.ofSeconds(3), 40_000_000);
    progress.clear();
    assertThat(shown.toString()).endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    ReplayProgress progress = progress(false);
    replayed(progress, Duration.ofSeconds(3), 10_000_000);
    progress.clear();
    assertThat(shown.toString()).isEmpty();
  }

  private void replayed(ReplayProgress progress, Duration taken, long time) {
    progress.at(0);
    pass(taken);
    progress.at(time);
  }

  private void pass(Duration time) {
    clock += time.toNanos();
  }

  private ReplayProgress progress(boolean terminal) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            Path.of(""),
            InputStream.nullInputStream(),
            nowhere,
            new PrintWriter(shown, true),
            terminal);
    return new ReplayProgress(new ProgressLine(session, () -> clock), RANGE);
  }
}
