package dev.firedrill.client;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Looks whether pages are there. Nobody is told who asks: no login, no headers of a server.
public final class WebPages {
  private final OkHttpClient http;
  private final Semaphore places;
  private final AnswerCache cache = new AnswerCache();

  /// A look at pages.
  public WebPages(RequestLimits limits) {
    // A page that leads elsewhere is there; where it leads is not followed, since that may ask for
    // a login.
    http =
        new OkHttpClient.Builder()
            .connectTimeout(limits.connect())
            .readTimeout(limits.silence())
            .callTimeout(limits.connect().plus(limits.silence()))
            .followRedirects(false)
            .build();
    places = new Semaphore(limits.concurrency());
  }

  /// What came of a look.
  ///
  /// @param there whether the page is there: the answer was 2xx or 3xx
  /// @param said what came instead, lower-case: `404 Not Found`, `there is no such host`
  public record Look(boolean there, String said) {}

  /// {@return whether a page is there; each is looked at once, by HEAD and, where that is refused,
  ///     by GET}
  /// @throws IllegalArgumentException if the text is no URL
  public Look look(String url) {
    // The part after '#' is not sent.
    int anchor = url.indexOf('#');
    String page = anchor < 0 ? url : url.substring(0, anchor);
    return cache.get(page, Look.class, () -> limited(page));
  }

  private Look limited(String url) {
    places.acquireUninterruptibly();
    try {
      Look head = ask(new Request.Builder().head().url(url).build());
      return head.there() ? head : ask(new Request.Builder().get().url(url).build());
    } catch (IOException e) {
      return new Look(false, reason(e));
    } finally {
      places.release();
    }
  }

  private Look ask(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      int status = response.code();
      return new Look(status >= 200 && status < 400, (status + " " + response.message()).strip());
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.net.UnknownHostException _ -> "there is no such host";
      case java.net.ConnectException _ -> "nothing answers there";
      case java.io.InterruptedIOException _ -> "no answer in time";
      case javax.net.ssl.SSLException _ -> "no secure connection";
      default -> "the connection broke";
    };
  }
}
