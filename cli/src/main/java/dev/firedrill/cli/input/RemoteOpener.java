package dev.firedrill.cli.input;

import dev.firedrill.series.SeriesSource;
import java.io.IOException;

/// Opens sources that are servers.
@FunctionalInterface
public interface RemoteOpener {
  /// {@return the series of a server}
  ///
  /// @param source `http://...`, or `remote-read+http://...`
  /// @throws IOException if a file that says how to ask cannot be read
  SeriesSource open(String source) throws IOException;
}
