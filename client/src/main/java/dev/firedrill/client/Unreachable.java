package dev.firedrill.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why no answer came.
final class Unreachable {
  private Unreachable() {}

  /// {@return whether another try may do better}
  static boolean mayPass(IOException cause) {
    return switch (cause) {
      case UnknownHostException _, SSLHandshakeException _, SSLPeerUnverifiedException _ -> false;
      // The server takes its time, and would take it again.
      case SocketTimeoutException late -> !isSilence(late);
      case InterruptedIOException _ -> false;
      case MalformedAnswerException _ -> false;
      case ProtocolException circle -> !said(circle).startsWith("Too many follow-up");
      default -> true;
    };
  }

  static ClientException exception(ServerAddress address, IOException cause, RequestLimits limits) {
    return switch (cause) {
      case MalformedAnswerException malformed ->
          new ClientException(
              ClientException.Kind.UNEXPECTED,
              200,
              address.url(),
              malformed.reason(),
              malformed.help());
      case UnknownHostException _ ->
          unreachable(address, "there is no host of this name", "is the URL right?");
      case ConnectException _ ->
          unreachable(address, "nothing answers there", "is the server running?");
      case SocketTimeoutException late ->
          isSilence(late)
              ? unreachable(
                  address,
                  "no answer for " + limits.silence().toSeconds() + " s",
                  "--timeout allows more time")
              : unreachable(address, "the connection takes too long", "is there a firewall?");
      case SSLPeerUnverifiedException _ ->
          unreachable(
              address,
              "its certificate is for another name",
              "set server_name of tls_config in --http-config FILE");
      case SSLHandshakeException tls ->
          unreachable(
              address,
              "no secure connection: " + tls.getMessage(),
              "set ca_file of tls_config in --http-config FILE");
      case SSLException _ ->
          unreachable(address, "no secure connection", "does the server speak HTTPS there?");
      case ProtocolException circle when said(circle).startsWith("Too many follow-up") ->
          unreachable(address, "it redirects without an end", "is the URL right?");
      case EOFException _ when cause.getMessage() == null ->
          unreachable(address, "the answer ends in the middle", "");
      default -> unreachable(address, "the connection broke: " + said(cause), "");
    };
  }

  private static String said(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static boolean isSilence(SocketTimeoutException late) {
    String message = String.valueOf(late.getMessage()).toLowerCase(java.util.Locale.ROOT);
    return !message.contains("connect");
  }

  private static ClientException unreachable(ServerAddress address, String reason, String help) {
    return new ClientException(ClientException.Kind.UNREACHABLE, 0, address.url(), reason, help);
  }
}
