package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.series.HeldScrape;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.RecordedFile;
import dev.firedrill.series.text.RecordedText;
import dev.firedrill.series.tsdb.TsdbSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recorded series in files and on servers.
public final class RecordedData {
  /// What stands before the URL of a server that is to be asked by remote read.
  public static final String REMOTE_READ = "remote-read+";

  // As often as most servers do; lookback bridges more, short ranges of rules do not.
  private static final long SCRAPE_INTERVAL = 15_000;

  // What a user puts behind the path of a JSON answer.
  private static final String SAMPLES = "#samples";

  private RecordedData() {}

  /// {@return the series of several sources as one}
  /// @param sources files, folders or globs
  /// @throws CommandException when one does not exist or is nothing that can be read
  /// @throws RejectedException when one has errors
  public static SeriesSource read(Session session, List<String> sources) throws IOException {
    return read(
        session,
        sources,
        source -> {
          throw new CommandException(source + ": servers are not asked here: name them by --data");
        },
        HoldingTime.until(System.currentTimeMillis()));
  }

  /// {@return the series of several sources as one}
  /// @param sources files, folders, globs, or URLs of servers
  /// @param servers opens the latter
  /// @param holding for how long samples that say no time are held constant
  /// @throws CommandException when one does not exist or is nothing that can be read
  /// @throws RejectedException when one has errors
  public static SeriesSource read(
      Session session, List<String> sources, RemoteOpener servers, HoldingTime holding)
      throws IOException {
    List<SeriesSource> stores = new ArrayList<>();
    List<NamedScrape> scrapes = new ArrayList<>();
    for (String source : sources) {
      if (isServer(source)) {
        stores.add(servers.open(source));
        continue;
      }
      if (Files.isDirectory(session.resolve(source))) {
        stores.add(storage(session, source));
        continue;
      }
      if (isTest(session, source)) {
        stores.add(remarked(session, test(session, source)));
        continue;
      }
      if (saysSamples(session, source)) {
        stores.add(
            remarked(session, samples(session, new InputFile(pathOf(source), true))).timed());
        continue;
      }
      for (InputFile file : PathSelection.of(session, List.of(source))) {
        RecordedText text = remarked(session, load(session, file));
        stores.add(text.timed());
        if (text.scrape().size() > 0) {
          scrapes.add(new NamedScrape(file.shown(), text.scrape()));
        }
      }
    }
    return MergedSource.of(withHeld(session, stores, scrapes, holding));
  }

  /// @param path of the file
  private record NamedScrape(String path, SeriesStore series) {}

  private static List<SeriesSource> withHeld(
      Session session, List<SeriesSource> stores, List<NamedScrape> scrapes, HoldingTime holding) {
    if (scrapes.isEmpty()) {
      return stores;
    }
    Optional<TimeRange> others = MergedSource.of(stores).extent();
    TimeRange range = holding.of(others);
    List<SeriesSource> all = new ArrayList<>();
    for (SeriesSource store : stores) {
      if (store.extent().isPresent()) {
        all.add(store);
      }
    }
    for (NamedScrape scrape : scrapes) {
      all.add(new HeldScrape(scrape.series(), range, SCRAPE_INTERVAL));
      String what = Counted.of(scrape.series().sampleCount(), "sample") + " without a time";
      session.err().println(scrape.path() + ": " + what + ", " + shown(range));
    }
    return all;
  }

  private static String shown(TimeRange range) {
    Instant from = Instant.ofEpochMilli(range.first());
    return range.first() == range.last()
        ? "taken as of " + from
        : "held constant from " + from + " to " + Instant.ofEpochMilli(range.last());
  }

  /// {@return whether a source is the URL of a server}
  public static boolean isServer(String source) {
    return source.startsWith("http://")
        || source.startsWith("https://")
        || source.startsWith(REMOTE_READ);
  }

  private static SeriesSource storage(Session session, String folder) throws IOException {
    Path path = session.resolve(folder);
    if (!TsdbSource.isStorage(path)) {
      if (path.endsWith("wal") || path.endsWith("wbl") || path.endsWith("chunks_head")) {
        throw new CommandException(folder + ": is a part of a data folder: give the one above it");
      }
      throw new CommandException(
          folder
              + (isEmpty(path) ? ": is an empty folder," : ": is")
              + " neither a Prometheus data folder (with wal/ or blocks) nor a block (with"
              + " meta.json and index)");
    }
    TsdbSource storage = TsdbSource.open(path);
    session.aftermath().ask(storage::damage);
    return storage;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private static <T> T checked(Loaded<T> loaded) {
    @Nullable T store = loaded.value();
    if (store == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return store;
  }

  // `tests.yml#name` is one test of a file, unless there is a file of this very name.
  private static boolean isTest(Session session, String source) {
    String path = Files.exists(session.resolve(source)) ? source : pathOf(source);
    boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
    return yaml && Files.isRegularFile(session.resolve(path));
  }

  private static String pathOf(String source) {
    int end = source.indexOf('#');
    return end < 0 ? source : source.substring(0, end);
  }

  private static Loaded<SeriesStore> test(Session session, String source) throws IOException {
    boolean whole = Files.exists(session.resolve(source));
    String path = whole ? source : pathOf(source);
    String chosen = whole ? null : source.substring(path.length() + 1);
    SourceFile file = new InputFile(path, true).read(session);
    return UnitTestRun.wrongKind(file)
        .map(wrong -> new Loaded<SeriesStore>(null, List.of(wrong)))
        .orElseGet(() -> TestData.read(file, session.directory(), chosen));
  }

  // `answer.json#samples` has its samples as they were recorded, evenly spaced or not.
  private static boolean saysSamples(Session session, String source) {
    String path = pathOf(source);
    return source.endsWith(SAMPLES)
        && !Files.exists(session.resolve(source))
        && (path.equals(InputFile.STANDARD_INPUT) || Files.isRegularFile(session.resolve(path)));
  }

  private static Loaded<RecordedText> samples(Session session, InputFile file) throws IOException {
    return file.isStandardInput()
        ? RecordedFile.readSamples(session.in(), file.shown())
        : RecordedFile.readSamples(file.location(session), file.path());
  }

  private static Loaded<RecordedText> load(Session session, InputFile file) throws IOException {
    return file.isStandardInput()
        ? RecordedFile.readAll(session.in(), file.shown())
        : file(session, file);
  }

  private static Loaded<RecordedText> file(Session session, InputFile file) throws IOException {
    Path location = file.location(session);
    double size = Math.max(1, Files.size(location));
    ProgressLine progress = new ProgressLine(session);
    Loaded<RecordedText> read =
        RecordedFile.readAll(
            location,
            file.path(),
            bytes ->
                progress.offer(
                    () -> ProgressLine.bar(bytes / size) + "  of " + file.path() + " read"));
    progress.clear();
    return read;
  }

  private static <T> T remarked(Session session, Loaded<T> loaded) {
    T read = checked(loaded);
    for (Diagnostic remark : loaded.diagnostics()) {
      session.err().println(remark.location().file().path() + ": " + remark.message());
    }
    return read;
  }
}
