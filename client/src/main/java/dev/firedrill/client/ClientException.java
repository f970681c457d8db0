package dev.firedrill.client;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A server did not give what it was asked for. The message names the server, what went wrong and
/// what to do, and never a secret.
public final class ClientException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int status;
  private final String reason;

  /// What went wrong.
  public enum Kind {
    /// No answer came: no connection, no name, no trust, or silence.
    UNREACHABLE,
    /// The server is there, but not now: overloaded, or still starting.
    UNAVAILABLE,
    /// The server does not know who asks, or does not let them.
    FORBIDDEN,
    /// The server refused the request as such.
    REFUSED,
    /// What came is no answer of the API that was asked.
    UNEXPECTED
  }

  /// A failure.
  ///
  /// @param status the HTTP status; 0 where there is none
  /// @param reason what the server said, or what is wrong with what it said
  ClientException(Kind kind, int status, String server, String reason, String help) {
    String message = server + ": " + reason + (help.isEmpty() ? "" : " (" + help + ")");
    super(message, new IOException(message));
    this.kind = kind;
    this.status = status;
    this.reason = reason;
  }

  /// {@return what went wrong}
  public Kind kind() {
    return kind;
  }

  /// {@return the HTTP status; 0 where no answer came}
  public int status() {
    return status;
  }

  /// {@return what went wrong, without the server's name}
  public String reason() {
    return reason;
  }

  /// {@return whether the server has no such part of the API, as others than Prometheus may not}
  public boolean isUnsupported() {
    return status == 404 || status == 405 || status == 501;
  }

  /// {@return whether the server may have refused only because it was asked for too much at once}
  public boolean mayBeTooMuch() {
    return switch (kind) {
      case REFUSED -> status == 422 || status == 413 || status == 500;
      case UNAVAILABLE -> status == 503 || status == 504;
      case UNREACHABLE, FORBIDDEN, UNEXPECTED -> false;
    };
  }

  /// {@return whether the server as such is of no use now, whatever it is asked}
  public boolean isServerAway() {
    return switch (kind) {
      case UNREACHABLE, FORBIDDEN -> true;
      case UNAVAILABLE, REFUSED, UNEXPECTED -> false;
    };
  }
}
