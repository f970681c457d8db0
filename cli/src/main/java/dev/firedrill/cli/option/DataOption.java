package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.remote.RemoteSource;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// `--data`: the recorded series that a command works on.
public final class DataOption {
  private static final String FORMS =
      "a Prometheus data folder, a block, a file (.om, .prom, .txt, .json, .gz, .zst,"
          + " unit tests),"
          + " http(s)://SERVER, remote-read+http(s)://SERVER";

  private static final String HISTOGRAMS =
      ": native histograms are read from queries, which do not tell gauges from counters, nor the"
          + " width of empty zero buckets: remote-read+http:// gives them in full";

  private final Values sources;
  private final String name;

  // Whose recordings are read where none is named; null where the sources are arguments.
  private final @Nullable ProjectOptions stacks;
  private final HttpOptions http;
  private List<String> read = List.of();

  // One for each, so that all who ask a server keep to its number of requests at a time.
  private final Map<String, PrometheusApi> servers = new HashMap<>();

  private DataOption(
      Values sources, String name, @Nullable ProjectOptions stacks, Options options) {
    this.sources = sources;
    this.name = name;
    this.stacks = stacks;
    http = HttpOptions.of(options);
    http.asks(() -> sources.get().stream().anyMatch(RecordedData::isServer));
  }

  /// Declares the option.
  public DataOption(Options options) {
    this(
        options.values(
            "--data", "SOURCE", "recorded series: " + FORMS + " (default: the settings' data)"),
        "--data",
        ProjectOptions.of(options),
        options);
  }

  /// Declares the sources as arguments, of which all is gone over once.
  public static DataOption arguments(Options options) {
    return new DataOption(options.arguments("SOURCE...", FORMS), "SOURCE", null, options);
  }

  /// {@return the sources that were read: those given, else the recordings of some stacks}
  public List<String> names() {
    return read;
  }

  /// {@return the series of all sources}
  /// @param rules paths of the rule files whose stacks say the sources where none is named; empty
  ///     for all stacks
  /// @param bounds the time of interest on servers
  /// @throws UsageException when there are none
  public SeriesSource read(Session session, Collection<String> rules, DataBounds bounds)
      throws IOException {
    ProjectOptions settings = stacks;
    List<String> names =
        given() || settings == null
            ? sources.get()
            : Stacks.files(session, settings.stacksOf(session, rules), StackFiles::data);
    if (names.isEmpty()) {
      String what = stacks == null ? "argument SOURCE" : "option --data SOURCE";
      throw new UsageException(what + " is missing: which recorded series?");
    }
    return readNamed(session, names, bounds);
  }

  /// {@return whether any was given}
  public boolean given() {
    return !sources.get().isEmpty();
  }

  /// {@return the series of sources that are named elsewhere}
  /// @param bounds the time of interest on servers
  SeriesSource readNamed(Session session, List<String> named, DataBounds bounds)
      throws IOException {
    read = List.copyOf(named);
    return RecordedData.read(
        session, named, source -> server(session, source, bounds), bounds.holding());
  }

  /// {@return the one server that has all of the data; empty where there are other sources}
  public Optional<PrometheusApi> server(Session session) throws IOException {
    return isOneServer() ? Optional.of(api(session, named().getFirst())) : Optional.empty();
  }

  /// {@return whether one server has all of the data}
  boolean isOneServer() {
    List<String> given = named();
    return given.size() == 1 && url(given.getFirst()).matches("https?://.*");
  }

  private List<String> named() {
    return given() ? sources.get() : read;
  }

  private static String url(String source) {
    return source.startsWith(RecordedData.REMOTE_READ)
        ? source.substring(RecordedData.REMOTE_READ.length())
        : source;
  }

  private PrometheusApi api(Session session, String source) throws IOException {
    String url = url(source);
    PrometheusApi known = servers.get(url);
    if (known != null) {
      return known;
    }
    PrometheusApi api = http.prometheus(session, url, name);
    servers.put(url, api);
    session
        .aftermath()
        .askForWarnings(
            () -> api.warnings().stream().map(each -> api.address() + ": " + each).toList());
    return api;
  }

  private SeriesSource server(Session session, String source, DataBounds bounds)
      throws IOException {
    PrometheusApi api = api(session, source);
    if (source.startsWith(RecordedData.REMOTE_READ)) {
      RemoteSource series = RemoteSource.byRemoteRead(api, bounds.first(), bounds.last());
      return stacks == null ? series.fleeting() : series;
    }
    return stacks == null
        ? goneOverOnce(session, api, bounds)
        : RemoteSource.byQueries(api, bounds.first(), bounds.last());
  }

  // What is shown stands before the first histogram comes, so that none is refused here.
  private static SeriesSource goneOverOnce(Session session, PrometheusApi api, DataBounds bounds) {
    AtomicBoolean any = new AtomicBoolean();
    session
        .aftermath()
        .askForWarnings(() -> any.get() ? List.of(api.address() + HISTOGRAMS) : List.of());
    return RemoteSource.allByQueries(api, bounds.first(), bounds.last(), () -> any.set(true))
        .fleeting();
  }
}
