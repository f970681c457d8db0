package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.StandardOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  @Test
  void whatDoesNotFitOnTheDiskIsSaidAndFailsTheRun() {
    assertThat(runInto("No space left on device")).isEqualTo(2);
    assertThat(err).hasToString("firedrill: standard output: No space left on device\n");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    assertThat(runInto("Broken pipe")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  private int runInto(String reason) {
    StandardOutput out = new StandardOutput(new Refusing(reason));
    Session session =
        new Session(
            Path.of(""),
            InputStream.nullInputStream(),
            new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            new PrintWriter(err),
            false);
    return Main.run(session, out, "promql", "format", "up");
  }

  /// Takes nothing.
  private static final class Refusing extends OutputStream {
    private final String reason;

    Refusing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
