package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;

/// An answer with a status that is not success: what the server says about it.
///
/// @param errorType as Prometheus's API names it; empty where another spoke
/// @param text what went wrong, one line
/// @param moved what is said of a redirect; empty where there was none
/// @param loggedIn whether the request had a login
record Refusal(
    ServerAddress address,
    int status,
    String errorType,
    String text,
    String moved,
    boolean loggedIn) {
  private static final long LONGEST_BODY = 1 << 16;
  private static final int LONGEST_TEXT = 300;

  static Refusal of(ServerAddress address, Response response, String moved, SentSecrets secrets)
      throws IOException {
    byte[] body = response.peekBody(LONGEST_BODY).bytes();
    String errorType = "";
    String error = "";
    try (JsonParser json = JsonEnvelope.JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          switch (name) {
            case "errorType" -> errorType = json.getValueAsString("");
            case "error", "message" -> error = json.getValueAsString("");
            default -> json.skipChildren();
          }
        }
      }
    } catch (IOException e) {
      // A proxy's page, or plain text.
      errorType = "";
      error = "";
    }
    String text = error.isEmpty() ? plain(response, body) : error;
    boolean loggedIn = response.request().header("Authorization") != null;
    String shown = shortened(secrets.hide(text));
    return new Refusal(address, response.code(), errorType, shown, moved, loggedIn);
  }

  private static String plain(Response response, byte[] body) {
    String type = response.header("Content-Type");
    boolean page = type != null && type.startsWith("text/html");
    String text = page ? "" : new String(body, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? response.message() : text;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "...";
  }

  /// {@return whether the same request may pass a little later}
  boolean mayPass() {
    boolean busy = status == 429 || status == 502 || status == 503 || status == 504;
    // A query that ran out of time would do so again.
    return busy && !errorType.equals("timeout");
  }

  ClientException exception() {
    ClientException.Kind kind = kind();
    String said = text.isEmpty() ? "" : ": " + text;
    String reason = kind == ClientException.Kind.REFUSED ? said(said) : "HTTP " + status + said;
    return new ClientException(kind, status, address.url(), reason, help());
  }

  private String said(String said) {
    return errorType.isEmpty() ? "HTTP " + status + said : text;
  }

  private ClientException.Kind kind() {
    return switch (status) {
      case 401, 403, 407 -> ClientException.Kind.FORBIDDEN;
      case 429, 502, 503, 504 -> ClientException.Kind.UNAVAILABLE;
      default -> ClientException.Kind.REFUSED;
    };
  }

  private String help() {
    if (!moved.isEmpty()) {
      return moved;
    }
    return switch (status) {
      case 401 ->
          loggedIn
              ? "the login that was sent was refused: is it right for this server?"
              : "log in with --http-config FILE, or a name and password in the URL";
      case 403 ->
          loggedIn
              ? "the server knows the login that was sent, and does not allow this to it"
              : "the server does not allow this without a login, or not at all";
      case 407 -> "the proxy wants a login: name and password in proxy_url of --http-config FILE";
      case 404 -> errorType.isEmpty() ? "is the path of the URL right?" : "";
      case 429 -> "the server asks for fewer requests: --concurrency 1";
      default -> errorType.equals("timeout") ? "the query takes the server too long" : "";
    };
  }
}
