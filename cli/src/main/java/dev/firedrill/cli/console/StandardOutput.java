package dev.firedrill.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output. A `PrintWriter` above it swallows errors, so they are remembered here.
public final class StandardOutput extends FilterOutputStream {
  // As the C library says it: nobody reads any more, which is no failure of the run.
  private static final String BROKEN_PIPE = "Broken pipe";

  private @Nullable IOException first;

  /// @param out what takes the bytes
  public StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  /// {@return why not all that was written has arrived: a full disk, not a reader that has left}
  public Optional<String> lost() {
    IOException failure = first;
    if (failure == null) {
      return Optional.empty();
    }
    String reason = String.valueOf(failure.getMessage());
    return reason.equals(BROKEN_PIPE) ? Optional.empty() : Optional.of(reason);
  }

  private IOException remembered(IOException e) {
    if (first == null) {
      first = e;
    }
    return e;
  }
}
