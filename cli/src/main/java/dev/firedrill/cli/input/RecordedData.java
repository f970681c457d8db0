package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.text.RecordedFile;
import dev.firedrill.series.text.TextFormat;
import dev.firedrill.series.text.TextRecording;
import dev.firedrill.series.tsdb.TsdbSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Recorded series in files and on servers.
public final class RecordedData {
  /// What stands before the URL of a server that is to be asked by remote read.
  public static final String REMOTE_READ = "remote-read+";

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
        });
  }

  /// {@return the series of several sources as one}
  /// @param sources files, folders, globs, or URLs of servers
  /// @param servers opens the latter
  /// @throws CommandException when one does not exist or is nothing that can be read
  /// @throws RejectedException when one has errors
  public static SeriesSource read(Session session, List<String> sources, RemoteOpener servers)
      throws IOException {
    List<SeriesSource> stores = new ArrayList<>();
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
        stores.add(checked(test(session, source)));
        continue;
      }
      for (InputFile file : PathSelection.of(session, List.of(source))) {
        stores.add(checked(load(session, file)));
      }
    }
    return MergedSource.of(stores);
  }

  private static boolean isServer(String source) {
    return source.startsWith("http://")
        || source.startsWith("https://")
        || source.startsWith(REMOTE_READ);
  }

  private static SeriesSource storage(Session session, String folder) throws IOException {
    Path path = session.resolve(folder);
    if (!TsdbSource.isStorage(path)) {
      throw new CommandException(
          folder
              + ": is neither a Prometheus data folder (with wal/ or blocks) nor a block (with"
              + " meta.json and index)");
    }
    TsdbSource storage = TsdbSource.open(path);
    session.aftermath().ask(storage::damage);
    return storage;
  }

  private static SeriesStore checked(Loaded<SeriesStore> loaded) {
    SeriesStore store = loaded.value();
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

  private static Loaded<SeriesStore> load(Session session, InputFile file) throws IOException {
    return file.isStandardInput()
        ? TextRecording.read("<stdin>", session.in(), TextFormat.PROMETHEUS)
        : RecordedFile.read(file.location(session), file.path());
  }
}
