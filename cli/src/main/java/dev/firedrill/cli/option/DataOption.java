package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.series.SeriesSource;
import java.io.IOException;
import java.util.List;

/// `--data`: the recorded series that a command works on.
public final class DataOption {
  private final Values sources;

  /// Declares the option.
  public DataOption(Options options) {
    sources =
        options.values(
            "--data",
            "SOURCE",
            "recorded series: a Prometheus data folder, a block, a file (.om, .prom, .txt, .json,"
                + " .gz)");
  }

  /// {@return the series of all sources}
  /// @throws UsageException when none was given
  public SeriesSource read(Session session) throws IOException {
    List<String> given = sources.get();
    if (given.isEmpty()) {
      throw new UsageException("option --data SOURCE is missing: which recorded series?");
    }
    return RecordedData.read(session, given);
  }
}
