package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.remote.RemoteSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `--data`: the recorded series that a command works on.
public final class DataOption {
  private static final String FORMS =
      "a Prometheus data folder, a block, a file (.om, .prom, .txt, .json, .gz),"
          + " http(s)://SERVER, remote-read+http(s)://SERVER";

  private final Values sources;
  private final String missing;
  private final boolean once;
  private final HttpOptions http;

  private DataOption(Values sources, String missing, boolean once, Options options) {
    this.sources = sources;
    this.missing = missing;
    this.once = once;
    http = HttpOptions.of(options);
  }

  /// Declares the option.
  public DataOption(Options options) {
    this(
        options.values("--data", "SOURCE", "recorded series: " + FORMS),
        "option --data SOURCE",
        false,
        options);
  }

  /// Declares the sources as arguments, of which all is gone over once.
  public static DataOption arguments(Options options) {
    return new DataOption(options.arguments("SOURCE...", FORMS), "argument SOURCE", true, options);
  }

  /// {@return the sources as they were given}
  public List<String> names() {
    return sources.get();
  }

  /// {@return the series of all sources}
  /// @param bounds the time of interest on servers
  /// @throws UsageException when none was given
  public SeriesSource read(Session session, DataBounds bounds) throws IOException {
    List<String> given = sources.get();
    if (given.isEmpty()) {
      throw new UsageException(missing + " is missing: which recorded series?");
    }
    return read(session, given, bounds);
  }

  /// {@return whether any was given}
  public boolean given() {
    return !sources.get().isEmpty();
  }

  /// {@return the series of sources that are named elsewhere}
  /// @param bounds the time of interest on servers
  SeriesSource read(Session session, List<String> named, DataBounds bounds) throws IOException {
    return RecordedData.read(
        session, named, source -> server(session, source, bounds), bounds.holding());
  }

  /// {@return the one server that has all of the data; empty where there are other sources}
  public Optional<PrometheusApi> server(Session session) throws IOException {
    List<String> given = sources.get();
    boolean one = given.size() == 1 && url(given.getFirst()).matches("https?://.*");
    return one ? Optional.of(api(session, given.getFirst())) : Optional.empty();
  }

  private static String url(String source) {
    return source.startsWith(RecordedData.REMOTE_READ)
        ? source.substring(RecordedData.REMOTE_READ.length())
        : source;
  }

  private PrometheusApi api(Session session, String source) throws IOException {
    return http.prometheus(session, url(source), "--data");
  }

  private SeriesSource server(Session session, String source, DataBounds bounds)
      throws IOException {
    PrometheusApi api = api(session, source);
    RemoteSource series =
        source.startsWith(RecordedData.REMOTE_READ)
            ? RemoteSource.byRemoteRead(api, bounds.first(), bounds.last())
            : RemoteSource.byQueries(api, bounds.first(), bounds.last());
    return once ? series.fleeting() : series;
  }
}
