package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.firedrill.diagnostic.Json;
import java.util.List;

/// The HTTP API of Alertmanager, version 2.
///
/// All methods may be called by many threads, and throw [ClientException] when the server does not
/// give what it is asked for.
public final class AlertmanagerApi {
  private final HttpTransport http;
  private final AnswerCache cache = new AnswerCache();

  AlertmanagerApi(HttpTransport http) {
    this.http = http;
  }

  /// {@return the API of a server, which is not asked for anything yet}
  /// @throws IllegalArgumentException if the settings are of no use; the message says why
  public static AlertmanagerApi of(
      ServerAddress address, HttpSettings settings, RequestLimits limits) {
    return new AlertmanagerApi(new HttpTransport(address, settings, limits, Backoff.real()));
  }

  /// {@return the server}
  public ServerAddress address() {
    return http.address();
  }

  /// {@return version and configuration of the server; asked once}
  public AlertmanagerStatus status() {
    return cache.get(
        "status",
        AlertmanagerStatus.class,
        () -> read(ApiRequest.get("/api/v2/status"), AlertmanagerReader::status));
  }

  /// {@return all silences, those that are over too}
  public List<ServerSilence> silences() {
    return read(
        ApiRequest.get("/api/v2/silences"),
        json -> JsonLabels.list(json, AlertmanagerReader::silence));
  }

  /// {@return the alerts that are not over}
  public List<AlertmanagerAlert> alerts() {
    return read(
        ApiRequest.get("/api/v2/alerts"), json -> JsonLabels.list(json, AlertmanagerReader::alert));
  }

  private <T> T read(ApiRequest request, JsonEnvelope.Data<T> data) {
    return http.send(
        request,
        answer -> {
          try (JsonParser json = JsonEnvelope.JSON.createParser(answer.body())) {
            if (json.nextToken() == null) {
              throw new MalformedAnswerException("the answer is empty", "is the URL right?");
            }
            return data.read(json);
          } catch (StreamReadException e) {
            throw new MalformedAnswerException(
                "the answer is not the API's JSON: " + Json.problem(e.getOriginalMessage()),
                "is the URL right?");
          }
        });
  }
}
