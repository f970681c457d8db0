package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.alertmanager.silence.SilenceReader;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.diagnostic.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `--silences`: silences that are in force.
public final class SilencesOption {
  private final Values files;

  /// Declares the option.
  public SilencesOption(Options options) {
    files =
        options.values(
            "--silences", "FILE", "silences: Alertmanager's or amtool's JSON, or a YAML list");
  }

  /// {@return the silences of all files}
  /// @throws RejectedException when one cannot be read
  public List<Silence> read(Session session) throws IOException {
    List<Silence> all = new ArrayList<>();
    for (String file : files.get()) {
      Loaded<List<Silence>> loaded = SilenceReader.read(new InputFile(file, true).read(session));
      if (!loaded.diagnostics().isEmpty()) {
        throw new RejectedException(loaded.diagnostics());
      }
      loaded.get().ifPresent(all::addAll);
    }
    return all;
  }
}
