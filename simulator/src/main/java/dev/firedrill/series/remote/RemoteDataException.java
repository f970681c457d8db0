package dev.firedrill.series.remote;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A server gave series that cannot be used.
public final class RemoteDataException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /// @param message one sentence for the user: what is wrong and what to do
  public RemoteDataException(String message) {
    super(message, new IOException(message));
  }
}
