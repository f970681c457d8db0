package dev.firedrill.cli.option;

import dev.firedrill.cli.change.RulesDiffRun.Recording;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recorded series that a command can do without, and which part of them is meant: `--data`,
/// `--start`, `--end`, `--timezone`.
public final class RecordingOptions {
  private final DataOption data;
  private final TimeRangeOptions times;

  /// Declares the options.
  public RecordingOptions(Options options) {
    data = new DataOption(options);
    times = new TimeRangeOptions(options);
  }

  /// {@return which recorded series}
  public DataOption data() {
    return data;
  }

  /// {@return the time zone in which times are shown}
  public ZoneId zone() {
    return times.zone();
  }

  /// {@return what was recorded; null where nothing is given}
  ///
  /// @param others sources that are read where none is given
  public @Nullable Recording read(Session session, List<String> others) throws IOException {
    if (!data.given() && others.isEmpty()) {
      return null;
    }
    DataBounds bounds = times.bounds(System.currentTimeMillis());
    SeriesSource source =
        data.given()
            ? data.read(session, List.of(), bounds)
            : data.readNamed(session, others, bounds);
    TimeRange all =
        source.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    return new Recording(source, times.range(all));
  }
}
